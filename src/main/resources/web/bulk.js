/* Shows how far a list is, and the answers once it is done. */
(function () {
  'use strict';
  const running = document.getElementById('running');
  if (!running) return;
  const bar = running.querySelector('progress');
  const answered = document.getElementById('answered');

  async function look() {
    try {
      const response = await fetch(running.dataset.progress, { cache: 'no-store' });
      if (!response.ok) return location.reload();
      const progress = await response.json();
      if (progress.state !== 'RUNNING') return location.reload();
      bar.value = 100 * progress.answered / progress.rows;
      answered.textContent = progress.answered;
    } catch (e) {
      // the network may come back
    }
    setTimeout(look, 1000);
  }
  setTimeout(look, 700);
})();
