// Looks for a QR symbol in a picture, beside the page so that the page stays quick.
import {decodeQR} from './vendor/qr-0.7.0/decode.js';

onmessage = function (event) {
  let text = null;
  try {
    text = decodeQR(event.data);
  } catch (nothing) {
    text = null;
  }
  postMessage(text);
};
