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
  // without a digit it is a place of the page, or what a messenger adds
  if (!genuine || !/\d/.test(fragment) || document.getElementById(fragment)) return;

  // Claims by their keys.
  function claims(digits) {
    var payload = QrCredential.items(QrCredential.items(QrCredential.bytes(digits))[2]), found = {};
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
  var cut = fragment.replace(/\D/g, '').length < 40 || scanned === fragment && genuine.indexOf(scanned) === 0;
  if (cut) return note('qr-incomplete');

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
