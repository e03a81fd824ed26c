(function () {
  var page = document.getElementById('result');
  var genuine = page && page.getAttribute('data-digits');
  var fragment = location.hash.slice(1);
  document.querySelectorAll('a[data-keep]').forEach(function (link) {
    link.href += location.hash;
  });
  document.querySelectorAll('form[data-keep]').forEach(function (form) {
    form.action += location.hash;
  });
  addEventListener('hashchange', function () { location.reload(); });
  var retry = document.getElementById('retry');
  if (retry) {
    retry.hidden = false;
    setTimeout(function () { location.reload(); }, 60000);
  }
  if (!genuine || fragment.replace(/\D/g, '').length < 40) return;

  // Two bytes are five digits, an odd last byte is three.
  function bytesOf(digits) {
    var rest = digits.length % 5, bytes = [];
    if (!digits || (rest && rest !== 3)) throw Error('digits');
    for (var i = 0; i + 5 <= digits.length; i += 5) {
      var pair = +digits.slice(i, i + 5);
      if (pair > 65535) throw Error('digits');
      bytes.push(pair >> 8, pair & 255);
    }
    if (rest) {
      if (+digits.slice(-3) > 255) throw Error('digits');
      bytes.push(+digits.slice(-3));
    }
    return new Uint8Array(bytes);
  }

  // One item of CBOR (RFC 8949) of the few kinds that a credential has.
  function reader(bytes) {
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

  // Claims by their keys.
  function claims(digits) {
    var payload = reader(reader(bytesOf(digits))[2]), found = {};
    for (var i = 0; i < payload.length; i += 2) found[payload[i]] = payload[i + 1];
    return found;
  }

  function replace(id, other) {
    var old = document.getElementById(id);
    if (old) old.parentNode.replaceChild(document.getElementById(other).content.cloneNode(true), old);
  }
  function note(id) {
    var checks = document.getElementById('checks');
    checks.insertBefore(document.getElementById(id).content.cloneNode(true), checks.firstChild);
  }

  var scanned = /^\d*/.exec(fragment)[0];
  if (scanned === genuine) return note('qr-same');
  if (scanned && scanned === fragment && genuine.indexOf(scanned) === 0) return note('qr-incomplete');

  var part = document.getElementById('qr-differs').content.cloneNode(true);
  var what = 'unreadable';
  try {
    var shown = claims(scanned), registered = claims(genuine);
    what = 'signature';
    part.querySelectorAll('[data-claim]').forEach(function (line) {
      var key = line.getAttribute('data-claim');
      if (shown[key] === registered[key]) line.remove();
      else what = 'fields';
    });
  } catch (unreadable) {
    what = 'unreadable';
  }
  part.querySelectorAll('[data-case]').forEach(function (words) {
    if (words.getAttribute('data-case') !== what) words.remove();
  });
  page.replaceChild(part, document.getElementById('verdict'));
  page.className = 'differs';
  replace('checked', 'qr-differs-checks');
  replace('advice', 'qr-differs-can');
  document.title = document.getElementById('verdict').querySelector('h1').textContent;
})();
