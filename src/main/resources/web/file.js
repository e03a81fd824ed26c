(function () {
  function start() {
    var form = document.getElementById('upload');
    if (!form || !window.FormData || !window.DOMParser) return;
    var input = document.getElementById('file');
    var button = form.querySelector('button');
    var progress = document.getElementById('progress');
    var zone = form.querySelector('.drop');
    var most = Number(form.dataset.maximum) * 1024 * 1024;
    form.querySelectorAll('.scripted').forEach(function (part) { part.hidden = false; });

    function say(text) { progress.textContent = text; }
    function chosen() {
      var file = input.files[0];
      say(file && file.size > most ? form.dataset.tooLarge : '');
      return file && file.size <= most;
    }
    function bar(done) {
      var old = progress.querySelector('progress');
      var drawn = old || document.createElement('progress');
      drawn.max = 1;
      if (done === null) drawn.removeAttribute('value'); else drawn.value = done;
      drawn.setAttribute('aria-hidden', 'true');
      if (!old) { progress.appendChild(document.createElement('br')); progress.appendChild(drawn); }
    }
    function show(html) {
      var page = new DOMParser().parseFromString(html, 'text/html');
      var main = page.querySelector('main');
      if (!main) { fail(); return; }
      document.querySelector('main').replaceWith(main);
      document.querySelector('footer').replaceWith(page.querySelector('footer'));
      document.title = page.title;
      scrollTo(0, 0);
      main.focus();
      start();
    }
    function fail() { say(form.dataset.failed); button.disabled = false; }

    input.addEventListener('change', chosen);
    ['dragenter', 'dragover'].forEach(function (kind) {
      zone.addEventListener(kind, function (event) { event.preventDefault(); zone.classList.add('over'); });
    });
    ['dragleave', 'drop'].forEach(function (kind) {
      zone.addEventListener(kind, function (event) { event.preventDefault(); zone.classList.remove('over'); });
    });
    zone.addEventListener('drop', function (event) {
      if (!event.dataTransfer.files.length) return;
      input.files = event.dataTransfer.files;
      if (chosen()) form.requestSubmit ? form.requestSubmit() : button.click();
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (!chosen()) return;
      var request = new XMLHttpRequest();
      button.disabled = true;
      say(form.dataset.sending);
      bar(0);
      request.upload.onprogress = function (event) { if (event.lengthComputable) bar(event.loaded / event.total); };
      request.upload.onload = function () { say(form.dataset.checking); bar(null); };
      request.onload = function () { show(request.responseText); };
      request.onerror = fail;
      request.open('POST', form.action);
      request.setRequestHeader('Accept', 'text/html');
      request.send(new FormData(form));
    });
  }
  start();
})();
