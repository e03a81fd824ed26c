/*
 * Finds a certificate's entry in the public ledger. Reads the PDF here, in the browser, and asks
 * the site for nothing but the ledger's public checkpoint and tiles. The formats are those of
 * src/docs/format.md; the tree is that of RFC 6962, its tiles those of C2SP tlog-tiles.
 */
(function () {
  'use strict';
  const finder = document.getElementById('finder');
  const status = document.getElementById('finding');
  const input = document.getElementById('file');
  // English dates as everywhere on the site: the day before the month
  const language = document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN';
  const LONGEST_FILE = 20 << 20;
  const LAST_TIME = 253402300799999;
  const FULL = 256;

  /** Thrown as soon as it is known what to tell. */
  class Finding {
    constructor(name, facts) {
      this.name = name;
      this.facts = facts || {};
    }
  }

  function require(holds, name, facts) {
    if (!holds) throw new Finding(name || 'PROOF_WRONG', facts);
  }

  // Bytes and hashes

  function join(parts) {
    const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
    parts.reduce((at, part) => { joined.set(part, at); return at + part.length; }, 0);
    return joined;
  }

  async function sha256(...parts) {
    return new Uint8Array(await crypto.subtle.digest('SHA-256', join(parts)));
  }

  function node(left, right) {
    return sha256([1], left, right);
  }

  function same(one, other) {
    return one.length === other.length && one.every((byte, at) => byte === other[at]);
  }

  function base64(text) {
    let raw = '';
    try {
      raw = atob(text);
    } catch (e) {
      require(false);
    }
    require(btoa(raw) === text);
    return Uint8Array.from(raw, (character) => character.charCodeAt(0));
  }

  function hash(text) {
    const bytes = base64(text);
    require(bytes.length === 32);
    return bytes;
  }

  function number(text) {
    require(/^(0|[1-9][0-9]{0,14})$/.test(text));
    return Number(text);
  }

  /** Deterministic CBOR (RFC 8949 section 4.2.1), as far as it is needed here. */
  class Cbor {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    head(major) {
      require(this.at < this.bytes.length);
      const first = this.bytes[this.at++];
      const low = first & 31;
      require(first >> 5 === major && low < 28);
      if (low < 24) return low;
      const size = 1 << (low - 24);
      require(this.at + size <= this.bytes.length);
      let value = 0;
      for (let i = 0; i < size; i++) value = value * 256 + this.bytes[this.at++];
      require(value >= [24, 256, 65536, 4294967296][low - 24] && value <= LAST_TIME);
      return value;
    }

    expect(major, value) {
      require(this.head(major) === value);
    }

    string(major) {
      const size = this.head(major || 2);
      require(this.at + size <= this.bytes.length);
      this.at += size;
      return this.bytes.slice(this.at - size, this.at);
    }

    text() {
      return utf8(this.string(3));
    }

    /** Of either sign; its value is not wanted. */
    integer() {
      require(this.at < this.bytes.length);
      this.head(this.bytes[this.at] >> 5 === 1 ? 1 : 0);
    }

    end() {
      require(this.at === this.bytes.length);
    }
  }

  function unsigned(value) {
    if (value < 24) return [value];
    const power = value < 256 ? 0 : value < 65536 ? 1 : value < 4294967296 ? 2 : 3;
    const head = [24 + power];
    for (let i = (1 << power) - 1; i >= 0; i--) head.push(Math.floor(value / 256 ** i) % 256);
    return head;
  }

  // The certificate's file

  function attachment(file, text, subtype) {
    const opening = new RegExp('[0-9]+ 0 obj\\n<</Type/EmbeddedFile/Subtype/' + subtype
        + '/Params<</ModDate\\([^)\\n]{1,40}\\)/Size ([0-9]{1,5})>>/Length ([0-9]{1,5})>>\\nstream\\n', 'g');
    const found = opening.exec(text);
    require(found && found[1] === found[2] && !opening.exec(text), 'NOT_OURS');
    const from = found.index + found[0].length;
    const to = from + Number(found[1]);
    require(text.startsWith('\nendstream\nendobj\n', to), 'NOT_OURS');
    return file.slice(from, to);
  }

  /**
   * Whose certificate it is, from the payload of the COSE_Sign1; its signature is not checked here.
   * The names stay in this page: nothing asks the site for anything that depends on them.
   */
  function claimsOf(credential) {
    const message = new Cbor(credential);
    message.expect(6, 18);
    message.expect(4, 4);
    message.string();
    message.expect(5, 0);
    const claims = new Cbor(message.string());
    require(message.string().length === 64);
    message.end();
    claims.expect(5, 9);
    claims.expect(0, 1);
    const issuer = claims.head(0);
    claims.expect(0, 2);
    const number = claims.text();
    claims.expect(0, 6);
    claims.integer();
    claims.expect(1, 0);
    const name = claims.text();
    claims.expect(1, 1);
    claims.head(0);
    claims.expect(1, 2);
    claims.head(0);
    claims.expect(1, 3);
    return {issuer, number, name, specialty: claims.text()};
  }

  function utf8(bytes) {
    try {
      return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    } catch (e) {
      throw new Finding('PROOF_WRONG');
    }
  }

  function readCheckpoint(note) {
    const lines = note.split('\n');
    require(lines.length > 5 && lines[0] && lines[3] === '' && lines[4].startsWith('\u2014 '));
    return {origin: lines[0], size: number(lines[1]), root: hash(lines[2])};
  }

  function readProof(bytes) {
    const text = utf8(bytes);
    const end = text.indexOf('\n\n');
    const lines = text.slice(0, Math.max(end, 0)).split('\n');
    require(lines.length >= 3 && lines[0] === 'c2sp.org/tlog-proof@v1'
        && lines[1].startsWith('extra ') && lines[2].startsWith('index '));
    const extra = new Cbor(base64(lines[1].slice(6)));
    extra.expect(5, 2);
    extra.expect(0, 1);
    const salt = extra.string();
    extra.expect(0, 2);
    const at = extra.head(0);
    extra.end();
    require(salt.length === 16);
    const index = number(lines[2].slice(6));
    return {salt, at, index, path: lines.slice(3).map(hash), checkpoint: readCheckpoint(text.slice(end + 2))};
  }

  async function leafHash(credential, issuer, proof) {
    const domain = new TextEncoder().encode('zhixin-ledger-subject/v1\n');
    const subject = await sha256(domain, proof.salt, credential);
    return sha256([0], [0xa4, 1, 1, 2], unsigned(issuer), [3], unsigned(proof.at),
        [4, 0x58, 32], subject);
  }

  // The tree

  /** Goes up from a leaf; a node at the right edge without a sibling goes up as it is. */
  async function climb(leaf, index, size, sibling) {
    let root = leaf;
    let last = size - 1;
    for (let level = 0; last > 0; level++) {
      if (index % 2 === 1) root = await node(await sibling(level, index - 1), root);
      else if (index < last) root = await node(root, await sibling(level, index + 1));
      index = Math.floor(index / 2);
      last = Math.floor(last / 2);
    }
    return root;
  }

  async function rootOfPath(leaf, index, size, path) {
    require(index < size);
    let used = 0;
    const root = await climb(leaf, index, size, async () => {
      require(used < path.length);
      return path[used++];
    });
    require(used === path.length);
    return root;
  }

  async function get(path) {
    try {
      const cache = path === 'checkpoint' ? 'no-store' : 'default';
      const response = await fetch('/ledger/' + path, {cache, credentials: 'omit', redirect: 'error'});
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
    } catch (e) {
      // told below, like any other answer that is none
    }
    throw new Finding('CANNOT_TELL');
  }

  /** The hashes of a tree of one size, from its tiles; each tile is asked for once. */
  class Tiles {
    constructor(size) {
      this.size = size;
      this.asked = new Map();
    }

    async hashes(level, index) {
      const count = Math.floor(this.size / FULL ** level);
      const width = Math.min(FULL, count - index * FULL);
      let name = String(index % 1000).padStart(3, '0');
      for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
        name = 'x' + String(rest % 1000).padStart(3, '0') + '/' + name;
      }
      const path = 'tile/' + level + '/' + name + (width < FULL ? '.p/' + width : '');
      if (!this.asked.has(path)) this.asked.set(path, get(path));
      const bytes = await this.asked.get(path);
      require(bytes.length === width * 32, 'CANNOT_TELL');
      return bytes;
    }

    /** Of a node that is complete, or cut off by the tree's right edge. */
    async node(level, index) {
      const complete = (index + 1) * 2 ** level <= this.size;
      if (complete && level % 8 === 0) {
        const from = (index % FULL) * 32;
        return (await this.hashes(level / 8, Math.floor(index / FULL))).slice(from, from + 32);
      }
      const left = await this.node(level - 1, 2 * index);
      const lonely = (2 * index + 1) * 2 ** (level - 1) >= this.size;
      return lonely ? left : node(left, await this.node(level - 1, 2 * index + 1));
    }
  }

  async function today() {
    const note = await get('checkpoint');
    try {
      return readCheckpoint(utf8(note));
    } catch (e) {
      throw new Finding('CANNOT_TELL');
    }
  }

  async function find(file) {
    require(window.isSecureContext && window.crypto && crypto.subtle, 'INSECURE');
    require(file.size <= LONGEST_FILE, 'NOT_OURS');
    let bytes;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch (e) {
      throw new Finding('FILE_UNREADABLE');
    }
    const text = new TextDecoder('latin1').decode(bytes);
    require(text.startsWith('%PDF-'), 'NOT_OURS');
    const credential = attachment(bytes, text, 'application#2Fcose');
    const proof = readProof(attachment(bytes, text, 'text#2Fplain'));
    const then = proof.checkpoint;
    const {issuer, ...whose} = claimsOf(credential);
    const leaf = await leafHash(credential, issuer, proof);
    require(same(await rootOfPath(leaf, proof.index, then.size, proof.path), then.root));

    const now = await today();
    const facts = {index: proof.index, at: proof.at, then: then.size, now: now.size, origin: then.origin};
    require(now.origin === then.origin, 'OTHER_LEDGER', facts);
    require(now.size >= then.size, 'NOT_TODAY', facts);
    const tiles = new Tiles(now.size);
    const root = await climb(leaf, proof.index, now.size, (level, index) => tiles.node(level, index));
    require(same(root, now.root), 'NOT_TODAY', facts);
    return new Finding('IN_LEDGER', {...facts, ...whose});
  }

  // The page

  function show(name, words) {
    const part = document.getElementById('finding-' + name).content.cloneNode(true);
    part.querySelectorAll('[data-if]').forEach((place) => {
      if (!words[place.getAttribute('data-if')]) place.remove();
    });
    part.querySelectorAll('[data-fill]').forEach((place) => {
      place.textContent = words[place.getAttribute('data-fill')] || '';
    });
    status.replaceChildren(part);
    status.setAttribute('data-finding', name);
    status.scrollIntoView({block: 'nearest'});
  }

  function words(facts, file) {
    const count = new Intl.NumberFormat(language);
    const time = new Intl.DateTimeFormat(language,
        {dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Shanghai', hour12: false});
    return facts.now === undefined ? {file} : {
      file,
      entry: count.format(facts.index),
      at: time.format(facts.at),
      then: count.format(facts.then),
      now: count.format(facts.now),
      origin: facts.origin,
      name: facts.name,
      number: facts.number,
      specialty: facts.specialty,
    };
  }

  let asked = 0;

  async function answer(file) {
    const mine = ++asked;
    status.replaceChildren();
    status.removeAttribute('data-finding');
    const slow = setTimeout(() => { if (mine === asked) show('BUSY', {}); }, 1000);
    let finding;
    try {
      finding = await find(file);
    } catch (e) {
      finding = e instanceof Finding ? e : new Finding('CANNOT_TELL');
    }
    clearTimeout(slow);
    if (mine === asked) show(finding.name, words(finding.facts, file.name));
  }

  finder.querySelectorAll('.scripted').forEach((part) => { part.hidden = false; });
  finder.querySelectorAll('.unscripted').forEach((part) => { part.hidden = true; });
  input.addEventListener('change', () => {
    if (input.files.length) answer(input.files[0]);
    // so that the same file can be chosen again
    input.value = '';
  });
  const drop = finder.querySelector('.drop');
  // anywhere on the page: a browser would open a file that misses the field
  addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) drop.classList.remove('over');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length) answer(event.dataTransfer.files[0]);
  });
})();
