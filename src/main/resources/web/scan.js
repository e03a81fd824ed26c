(function () {
  var page = document.getElementById('scan');
  var start = document.getElementById('start');
  var stop = document.getElementById('stop');
  var light = document.getElementById('light');
  var photo = document.getElementById('photo');
  var finder = document.getElementById('finder');
  var video = finder.querySelector('video');
  var said = document.getElementById('said');
  var canvas = document.createElement('canvas');
  var LONGEST_SIDE = 1280, DARK = 45, HINT = 5000, GIVE_UP = 20000;
  var worker, stream, began, saying;

  document.querySelectorAll('[data-scripted]').forEach(function (part) { part.hidden = false; });

  function say(kind, host) {
    if (saying === kind && !host) return;
    saying = kind;
    said.textContent = '';
    if (!kind) return;
    said.appendChild(document.getElementById('say-' + kind).content.cloneNode(true));
    var place = said.querySelector('[data-host]');
    if (place) place.textContent = host || '';
  }

  // What a symbol's text is to this site. Nothing of a text that is not ours is shown but its host.
  function judge(text) {
    var address;
    try {
      address = new URL(text.trim());
    } catch (none) {
      var typed = VerificationCode.letters(text);
      return VerificationCode.right(typed) ? {code: typed, digits: ''} : {kind: 'NO_ADDRESS'};
    }
    if (!/^https?:$/.test(address.protocol)) return {kind: 'NO_ADDRESS'};
    var ours = [location.host, page.getAttribute('data-host')];
    if (ours.indexOf(address.host) < 0 || address.username || address.password) {
      return {kind: 'NOT_OURS', host: address.host};
    }
    var path = /^\/v\/([^\/]*)\/?$/i.exec(address.pathname);
    if (!path) return {kind: 'OTHER_PAGE'};
    var code = VerificationCode.letters(path[1]);
    return VerificationCode.right(code) ? {code: code, digits: address.hash} : {kind: 'DAMAGED'};
  }

  function found(text) {
    close();
    var what = judge(text);
    if (what.code) {
      say('FOUND');
      location.assign('/v/' + what.code + (page.getAttribute('data-query') || '') + what.digits);
    } else {
      say(what.kind, what.host);
    }
  }

  function decode(picture) {
    return new Promise(function (resolve, reject) {
      try {
        worker = worker || new Worker('/assets/scan-worker.js', {type: 'module'});
      } catch (unsupported) {
        return reject(unsupported);
      }
      worker.onmessage = function (event) { resolve(event.data); };
      worker.onerror = function () { worker = null; reject(Error('worker')); };
      worker.postMessage(picture, [picture.data.buffer]);
    });
  }

  // Draws a picture no larger than the side given, and tells how bright it is, 0 to 255.
  function pixels(source, width, height, side) {
    var scale = Math.min(1, side / Math.max(width, height));
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    var context = canvas.getContext('2d', {willReadFrequently: true});
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    var data = context.getImageData(0, 0, canvas.width, canvas.height).data;
    var sum = 0, count = 0;
    for (var i = 0; i < data.length; i += 4 * 97) {
      sum += 0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2];
      count++;
    }
    return {
      picture: {width: canvas.width, height: canvas.height, data: new Uint8Array(data.buffer)},
      brightness: sum / count
    };
  }

  function close() {
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    video.srcObject = null;
    finder.hidden = stop.hidden = light.hidden = true;
    start.hidden = false;
  }

  function look(own) {
    if (stream !== own) return;
    if (!video.videoWidth) return setTimeout(look, 100, own);
    var shot = pixels(video, video.videoWidth, video.videoHeight, LONGEST_SIDE);
    var waited = Date.now() - began;
    decode(shot.picture).then(function (text) {
      if (stream !== own) return;
      if (text !== null) return found(text);
      if (waited > 1000 && shot.brightness < DARK) say('DARK');
      else if (waited > GIVE_UP) say('LONG');
      else if (waited > HINT) say('NEARER');
      setTimeout(look, 60, own);
    }, function () {
      close();
      say('UNSUPPORTED');
    });
  }

  var REFUSED = {
    NotAllowedError: 'DENIED', SecurityError: 'DENIED', NotFoundError: 'NO_CAMERA',
    OverconstrainedError: 'NO_CAMERA', NotReadableError: 'BUSY', AbortError: 'BUSY'
  };

  function open() {
    say('');
    if (!window.isSecureContext) return say('INSECURE');
    if (!navigator.mediaDevices || !navigator.mediaDevices.getUserMedia) return say('UNSUPPORTED');
    say('ASKING');
    start.hidden = true;
    navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {facingMode: {ideal: 'environment'}, width: {ideal: 1920}, height: {ideal: 1080}}
    }).then(function (opened) {
      stream = opened;
      began = Date.now();
      video.srcObject = opened;
      finder.hidden = stop.hidden = false;
      var track = opened.getVideoTracks()[0];
      light.hidden = !(track.getCapabilities && track.getCapabilities().torch);
      stop.focus();
      say('SEARCHING');
      video.play().catch(function () {});
      look(opened);
    }, function (refused) {
      close();
      say(REFUSED[refused.name] || 'NO_CAMERA');
    });
  }

  // Large first: a symbol on a whole page is small. Smaller ones smooth what is noisy.
  function read(file) {
    close();
    if (!file) return;
    say('READING');
    if (!window.createImageBitmap) return say('UNSUPPORTED');
    createImageBitmap(file).then(function (image) {
      var sides = [3000, 1800, 1100], brightness;
      function next() {
        if (!sides.length) return say(brightness < DARK ? 'DARK_PHOTO' : 'NOTHING');
        var shot = pixels(image, image.width, image.height, sides.shift());
        brightness = shot.brightness;
        return decode(shot.picture).then(function (text) {
          return text === null ? next() : found(text);
        });
      }
      next().catch(function () { say('UNSUPPORTED'); });
    }, function () {
      say('NO_PHOTO');
    });
  }

  start.addEventListener('click', open);
  stop.addEventListener('click', function () { close(); say(''); start.focus(); });
  light.addEventListener('click', function () {
    var on = light.getAttribute('aria-pressed') !== 'true';
    stream.getVideoTracks()[0].applyConstraints({advanced: [{torch: on}]}).catch(function () {});
    light.setAttribute('aria-pressed', on);
  });
  photo.addEventListener('change', function () {
    read(photo.files[0]);
    photo.value = '';
  });
  document.addEventListener('paste', function (event) {
    var files = event.clipboardData && event.clipboardData.files;
    if (files && files.length) read(files[0]);
  });
  document.addEventListener('dragover', function (event) { event.preventDefault(); });
  document.addEventListener('drop', function (event) {
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  addEventListener('pagehide', close);
  document.addEventListener('visibilitychange', function () {
    if (document.hidden && stream) { close(); say(''); }
  });
})();
