(function () {
  var form = document.getElementById('lookup');
  var finding = document.getElementById('finding');
  var words = document.getElementById('words').content;
  var proof = null;
  var busy = false;
  function word(id) { return words.getElementById('w-' + id).textContent; }
  function part(id, fill) {
    var copy = document.getElementById(id).content.cloneNode(true);
    Object.keys(fill || {}).forEach(function (key) {
      var place = copy.querySelector('[data-fill=' + key + ']');
      if (place) place.textContent = fill[key];
    });
    return copy;
  }
  function show(node) { finding.replaceChildren(node); }
  function problem(title, text) {
    show(part('problem', {title: title, text: text}));
    finding.focus();
  }
  document.querySelectorAll('.unscripted').forEach(function (e) { e.hidden = true; });
  document.querySelectorAll('.scripted').forEach(function (e) { e.hidden = false; });
  if (!window.crypto || !crypto.subtle) {
    problem(word('failed'), word('insecure'));
    form.querySelector('button').disabled = true;
    return;
  }
  function hex(buffer) {
    return Array.from(new Uint8Array(buffer), function (b) { return (b + 256).toString(16).slice(1); }).join('');
  }
  // many digests under way at once; the page stays alive between two batches
  async function solve(challenge, progress) {
    var text = new TextEncoder();
    var batch = 500;
    for (var from = 0; from <= challenge.maxnumber; from += batch) {
      var asked = [];
      for (var n = from; n < from + batch; n++) {
        asked.push(crypto.subtle.digest('SHA-256', text.encode(challenge.salt + n)));
      }
      var got = await Promise.all(asked);
      for (var i = 0; i < got.length; i++) {
        if (hex(got[i]) === challenge.challenge) {
          return {algorithm: challenge.algorithm, challenge: challenge.challenge, number: from + i, salt: challenge.salt, signature: challenge.signature};
        }
      }
      progress(from / challenge.maxnumber);
      await new Promise(function (resume) { setTimeout(resume); });
    }
    throw new Error('no solution');
  }
  var options = {headers: {'Accept': 'application/json', 'Accept-Language': document.documentElement.lang}, credentials: 'omit', cache: 'no-store'};
  async function read(response) {
    var told = await response.json();
    if (response.ok) return told;
    var refusal = new Error('refused');
    refusal.title = told.title;
    refusal.detail = told.detail;
    refusal.proofIsSpent = !/(malformed-(name|identity|json)|too-many-requests)$/.test(told.type || '');
    throw refusal;
  }
  async function lookUp() {
    show(part('busy', {what: word('busy')}));
    if (!proof) {
      var challenge = await read(await fetch('/api/v1/lookups/challenge', options));
      var bar = finding.querySelector('progress');
      bar.value = 0;
      proof = await solve(challenge, function (done) { bar.value = Math.round(done * 100); });
    }
    show(part('busy', {what: word('asking')}));
    var body = JSON.stringify({name: form.elements.name.value, documentKind: form.elements.kind.value, identityNumber: form.elements.number.value, proof: proof});
    var headers = Object.assign({'Content-Type': 'application/json'}, options.headers);
    var answer = await read(await fetch('/api/v1/lookups', Object.assign({}, options, {method: 'POST', headers: headers, body: body})));
    proof = null;
    tell(answer);
  }
  function tell(answer) {
    if (!answer.certificates.length) {
      show(part('none'));
      answer.reasons.forEach(function (reason) {
        var item = document.createElement('li');
        item.textContent = reason;
        finding.querySelector('.reasons').append(item);
      });
    } else {
      show(part('found'));
      finding.querySelector('[data-if=more]').hidden = !answer.more;
      answer.certificates.forEach(function (one) {
        finding.querySelector('.found').append(part('one', {title: one.title + ' · ' + one.level, holder: one.holder, verdict: one.verdictText, acquiredOn: one.acquiredOn, issuer: one.issuer, numberEnd: one.numberEnd}));
      });
    }
    finding.focus();
  }
  form.elements.name.focus();
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if (busy) return;
    busy = true;
    lookUp().catch(function (e) {
      if (e.proofIsSpent !== false) proof = null;
      problem(e.title || word('failed'), e.detail || word('failed-text'));
    }).finally(function () { busy = false; });
  });
})();
