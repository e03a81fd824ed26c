// Reads what was typed or scanned as a verification code, as the server does.
var VerificationCode = (function () {
  var ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

  // As somebody means it: no separators, O for 0, I and L for 1.
  function letters(text) {
    return (text.normalize ? text.normalize('NFKC') : text).toUpperCase()
      .replace(/[\s\u200B\u2212\u2010-\u2015-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  }
  function foreign(code) {
    for (var i = 0; i < code.length; i++) {
      if (ALPHABET.indexOf(code[i]) < 0) return code[i];
    }
    return '';
  }
  // Over the field of 32 elements modulo x^5 + x^2 + 1: the sum of a right code is zero.
  function right(code) {
    var sum = 0;
    for (var i = 0; i < code.length; i++) {
      sum = ((sum << 1) & 31) ^ (sum & 16 ? 5 : 0) ^ ALPHABET.indexOf(code[i]);
    }
    return code.length === 16 && sum === 0;
  }
  return {letters: letters, foreign: foreign, right: right};
})();
