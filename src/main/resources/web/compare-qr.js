(function () {
  var page = document.getElementById('result');
  var genuine = page && page.getAttribute('data-digits');
  var fragment = location.hash.slice(1);
  document.querySelectorAll('a[data-keep]').forEach(function (link) {
    link.href += location.hash;
  });
  addEventListener('hashchange', function () { location.reload(); });
  function replace(id, other) {
    var old = document.getElementById(id);
    if (old) old.parentNode.replaceChild(document.getElementById(other).content.cloneNode(true), old);
  }
  if (!genuine || fragment.replace(/\D/g, '').length < 40) return;
  var same = /^\d*/.exec(fragment)[0] === genuine;
  var part = document.getElementById(same ? 'qr-same' : 'qr-differs').content.cloneNode(true);
  if (same) {
    var checks = document.getElementById('checks');
    checks.insertBefore(part, checks.firstChild);
  } else {
    page.replaceChild(part, document.getElementById('verdict'));
    page.className = 'differs';
    replace('checked', 'qr-differs-checks');
    replace('advice', 'qr-differs-can');
    document.title = document.getElementById('verdict').querySelector('h1').textContent;
  }
})();
