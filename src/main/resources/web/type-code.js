(function () {
  var input = document.getElementById('code');
  var said = document.getElementById('code-said');
  if (!input || !said) return;
  var letters = VerificationCode.letters;

  function say(kind, about) {
    var words = kind ? said.getAttribute('data-' + kind).replace('{0}', about) : '';
    if (said.textContent !== words) said.textContent = words;
    said.className = kind || '';
    var wrong = kind === 'wrong' || kind === 'foreign' || kind === 'long';
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
  function judge() {
    var code = letters(input.value);
    var foreign = VerificationCode.foreign(code);
    if (foreign) return say('foreign', foreign);
    if (!code) say('');
    else if (code.length < 16) say('left', 16 - code.length);
    else if (code.length > 16) say('long', code.length - 16);
    else say(VerificationCode.right(code) ? 'right' : 'wrong', '');
  }
  function grouped(code) {
    return code.replace(/(.{4})(?=.)/g, '$1-');
  }
  // Only what is typed at the end is grouped: the cursor never jumps while something is mended.
  function group(event) {
    var value = input.value;
    if (event.isComposing || /\/|#/.test(value)) return;
    var end = input.selectionStart === value.length;
    var adding = !event.inputType || event.inputType.indexOf('insert') === 0;
    if (!end || !adding) return;
    var code = letters(value);
    if (code.length > 16 || !/^[0-9A-Z]*$/.test(code)) return;
    var whole = grouped(code);
    if (/[\s-]$/.test(value) && code && code.length % 4 === 0 && code.length < 16) whole += '-';
    if (whole !== value) input.value = whole;
  }
  // A whole address is the server's to read.
  function typed(event) {
    group(event);
    if (/\/|#/.test(input.value)) say('');
    else judge();
  }
  input.addEventListener('input', typed);
  input.addEventListener('compositionend', typed);
  // A page that answers a right code has said what it is worth.
  if (input.value && !/\/|#/.test(input.value)) {
    judge();
    if (said.className === 'right') say('');
  }
})();
