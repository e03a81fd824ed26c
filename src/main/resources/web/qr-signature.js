/*
 * Where the register cannot be asked: whether an issuing authority signed what the scanned QR says.
 * Verifies here, in the browser, as src/docs/format.md has it; asks the site for public keys and names
 * only, at addresses that depend on nothing in the QR. Says nothing about the present state.
 */
(function () {
  'use strict';
  var place = document.getElementById('qr-signature');
  var fragment = location.hash.slice(1);
  if (!place || fragment.replace(/\D/g, '').length < 40) return;

  // d2 84: tag 18, four parts; then the protected header up to the key id
  var BEGIN = [0xd2, 0x84, 0x4d, 0xa2, 0x01, 0x26, 0x04, 0x48];
  var HEADER_END = 16, PAYLOAD = 17, SIGNATURE = 66;
  var KEYS = [1, 2, 6, -1, -2, -3, -4, -5, -6], TEXTS = [2, -1, -4];
  var DAY = 86400000, CHINA = 8 * 3600000;
  var english = document.documentElement.lang === 'en';

  /** Thrown as soon as it is known what to tell. */
  function Finding(name) { this.name = name; }

  function require(holds, name) {
    if (!holds) throw new Finding(name || 'UNREADABLE');
  }

  function read(work) {
    try {
      return work();
    } catch (e) {
      if (e instanceof Finding) throw e;
      throw new Finding(e.message === 'short' ? 'INCOMPLETE' : 'UNREADABLE');
    }
  }

  /** The COSE_Sign1 (RFC 9052 section 4.2) in the one form that is printed, and what it signs. */
  function messageOf(bytes) {
    BEGIN.forEach(function (byte, at) { require(bytes[at] === byte); });
    var parts = QrCredential.items(bytes), payload = parts[2], signature = parts[3];
    require(bytes[HEADER_END] === 0xa0);
    require(payload instanceof Uint8Array && signature instanceof Uint8Array && signature.length === 64);
    var head = payload.length < 24 ? 1 : payload.length < 256 ? 2 : 3;
    require(PAYLOAD + head + payload.length + SIGNATURE === bytes.length);
    var signed = [0x84, 0x6a];
    'Signature1'.split('').forEach(function (letter) { signed.push(letter.charCodeAt(0)); });
    signed.push.apply(signed, bytes.slice(2, HEADER_END));
    signed.push(0x40);
    signed.push.apply(signed, bytes.slice(PAYLOAD, bytes.length - SIGNATURE));
    var id = Array.prototype.map.call(bytes.slice(BEGIN.length, HEADER_END), function (byte) {
      return (byte < 16 ? '0' : '') + byte.toString(16);
    }).join('');
    return {keyId: id, payload: payload, signature: signature, signed: new Uint8Array(signed)};
  }

  function claimsOf(payload) {
    var items = QrCredential.items(payload), claims = {};
    require(payload[0] === 0xa9);
    KEYS.forEach(function (key, at) {
      var value = items[2 * at + 1];
      require(items[2 * at] === key && typeof value === (TEXTS.indexOf(key) < 0 ? 'number' : 'string'));
      claims[key] = value;
    });
    return claims;
  }

  function get(path) {
    return fetch(path, {credentials: 'omit', redirect: 'error'}).then(function (response) {
      require(response.ok, 'UNAVAILABLE');
      return response.json();
    }).catch(function () { throw new Finding('UNAVAILABLE'); });
  }

  function find(list, member, value) {
    return (list || []).filter(function (each) { return each[member] === value; })[0];
  }

  function verify(message, jwk) {
    var key = {kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y};
    return crypto.subtle.importKey('jwk', key, {name: 'ECDSA', namedCurve: 'P-256'}, false, ['verify'])
      .then(function (imported) {
        var how = {name: 'ECDSA', hash: 'SHA-256'};
        return crypto.subtle.verify(how, imported, message.signature, message.signed);
      });
  }

  /** At some moment of the day of issue, in China. */
  function validThen(jwk, day) {
    var begin = day * DAY - CHINA;
    return Date.parse(jwk.notBefore) < begin + DAY && Date.parse(jwk.notAfter) >= begin;
  }

  function date(day) {
    var how = {year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC'};
    return new Date(day * DAY).toLocaleDateString(english ? 'en-GB' : 'zh-CN', how);
  }

  /** By its name where the catalogue came, else as it stands in the QR. */
  function named(entry, value) {
    return entry ? (english ? entry.englishName : entry.name) : String(value);
  }

  function wordsOf(claims, names) {
    var code = ('000' + claims[-2]).slice(-4);
    return {
      holderName: claims[-1],
      title: named(find(names.titles, 'code', code), code),
      level: named(find(names.levels, 'number', claims[-3]), claims[-3]),
      specialty: claims[-4],
      issuer: named(find(names.issuers, 'number', claims[1]), claims[1]),
      issuedOn: date(claims[6]),
      number: claims[2]
    };
  }

  function show(name, words) {
    var part = document.getElementById('qr-signature-' + name).content.cloneNode(true);
    part.querySelectorAll('[data-fact]').forEach(function (fact) {
      var value = words[fact.getAttribute('data-fact')];
      if (value) fact.textContent = value;
      else { fact.previousElementSibling.remove(); fact.remove(); }
    });
    var said = place.querySelector('[role=status]');
    said.textContent = '';
    said.appendChild(part);
    // a wrong signature is known, whatever the state is
    var advice = document.querySelector('#advice p');
    if (advice && said.querySelector('.no')) advice.textContent = place.getAttribute('data-refused');
    place.hidden = false;
  }

  function check() {
    var message = read(function () {
      return messageOf(QrCredential.bytes(/^\d*/.exec(fragment)[0]));
    });
    return get('/.well-known/zhixin.json').then(function (known) {
      require(known.keys && known.keys.length, 'UNAVAILABLE');
      var jwk = find(known.keys, 'kid', message.keyId);
      require(jwk, 'NOT_OURS');
      return verify(message, jwk).then(function (right) {
        require(right, 'WRONG_SIGNATURE');
        var claims = read(function () { return claimsOf(message.payload); });
        require(validThen(jwk, claims[6]), 'OUTSIDE_VALIDITY');
        return get('/api/v1/catalogue').catch(function () { return {}; }).then(function (names) {
          show('SIGNED', wordsOf(claims, names));
        });
      });
    });
  }

  if (!window.crypto || !crypto.subtle || !window.fetch || !window.TextDecoder) return show('UNSUPPORTED');
  show('CHECKING');
  Promise.resolve().then(check).catch(function (e) {
    show(e instanceof Finding ? e.name : 'UNAVAILABLE');
  });
})();
