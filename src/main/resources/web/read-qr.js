// Reads what stands behind # in a QR's text; a message of 'short' means that it seems cut off.
var QrCredential = (function () {
  // Two bytes are five digits, an odd last byte is three.
  function bytes(digits) {
    var rest = digits.length % 5, found = [];
    if (!digits) throw Error('digits');
    if (rest && rest !== 3) throw Error('short');
    for (var i = 0; i + 5 <= digits.length; i += 5) {
      var pair = +digits.slice(i, i + 5);
      if (pair > 65535) throw Error('digits');
      found.push(pair >> 8, pair & 255);
    }
    if (rest) {
      if (+digits.slice(-3) > 255) throw Error('short');
      found.push(+digits.slice(-3));
    }
    return new Uint8Array(found);
  }

  // One item of CBOR (RFC 8949) of the few kinds that a credential has; a map as keys and values in turn.
  function items(bytes) {
    var at = 0;
    function next() {
      if (at >= bytes.length) throw Error('short');
      return bytes[at++];
    }
    function item(depth) {
      var head = next(), kind = head >> 5, value = head & 31, i;
      if (value > 26 || depth > 4) throw Error('cbor');
      if (value > 23) {
        for (i = 1 << (value - 24), value = 0; i; i--) value = value * 256 + next();
      }
      if (kind === 0) return value;
      if (kind === 1) return -1 - value;
      if (kind === 2 || kind === 3) {
        if (value > bytes.length - at) throw Error('short');
        var part = bytes.slice(at, at += value);
        return kind === 2 ? part : new TextDecoder('utf-8', {fatal: true}).decode(part);
      }
      if (kind === 6) return item(depth + 1);
      if (kind > 6 || value > 20) throw Error('cbor');
      var items = [];
      for (i = 0; i < value * (kind === 5 ? 2 : 1); i++) items.push(item(depth + 1));
      return items;
    }
    var all = item(0);
    if (at !== bytes.length) throw Error('long');
    return all;
  }
  return {bytes: bytes, items: items};
})();
