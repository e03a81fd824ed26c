#!/bin/sh
# Makes the sample keys of this folder anew: ./make-keys.sh [certified|ledger|receipts], all
# by default. Needs OpenSSL 3, for the ledger's ML-DSA-44 key 3.5. The private keys of
# the two authorities live in a temporary folder only and are gone at the end.
set -eu
cd "$(dirname "$0")"
password=${PASSWORD:-sample}
# well in the past, so that a machine whose clock is behind can use them too
begin=20240101000000Z
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
demo='/C=CN/O=Zhixin DEMO 演示专用'

cat >"$work/extensions.cnf" <<'EXT'
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[issuing-ca]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[committee]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[time-stamp]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid:always
[receipts]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, nonRepudiation
extendedKeyUsage = 2.25.320915474745993147724556343920552823019
subjectKeyIdentifier = hash
[ca]
default_ca = authority
[authority]
database = $ENV::WORK/index.txt
crlnumber = $ENV::WORK/crlnumber
new_certs_dir = $ENV::WORK
default_md = sha256
rand_serial = yes
unique_subject = no
policy = anything
crl_extensions = crl
[anything]
countryName = optional
organizationName = optional
commonName = supplied
[crl]
authorityKeyIdentifier = keyid:always
EXT

request() { # name, common name
  openssl ecparam -name prime256v1 -genkey -noout -out "$work/$1.key"
  openssl req -new -utf8 -key "$work/$1.key" -subj "$demo/CN=$2" -out "$work/$1.csr"
}

certify() { # name, authority, last year
  : >"$work/index.txt"
  WORK=$work openssl ca -config "$work/extensions.cnf" -batch -notext -utf8 -preserveDN \
    -in "$work/$1.csr" -keyfile "$work/$2.key" $([ "$1" = "$2" ] && echo -selfsign || echo -cert "$2.cer.pem") \
    -startdate "$begin" -enddate "${3}0101000000Z" -extensions "$1" -out "$1.cer.pem"
}

store() { # name, alias
  cat issuing-ca.cer.pem root.cer.pem >"$work/chain.pem"
  openssl pkcs12 -export -inkey "$work/$1.key" -in "$1.cer.pem" -certfile "$work/chain.pem" \
    -name "$2" -passout "pass:$password" -out "$1.p12"
}

revocations() { # authority
  : >"$work/index.txt"
  echo 01 >"$work/crlnumber"
  WORK=$work openssl ca -config "$work/extensions.cnf" -gencrl -batch \
    -crl_lastupdate "$begin" -crl_nextupdate 20400101000000Z \
    -keyfile "$work/$1.key" -cert "$1.cer.pem" -out "$1.crl.pem"
}

public_half() { # name, bytes: the end of the SubjectPublicKeyInfo
  openssl pkey -in "$1.key.pem" -pubout -outform DER | tail -c "$2"
}

verifier() { # name, type of signature (octal), bytes, name of the key: a vkey of C2SP signed-note
  { printf "\\$2"; public_half "$1" "$3"; } >"$work/typed"
  id=$({ printf '%s\n' "$4"; cat "$work/typed"; } | openssl dgst -sha256 -r | cut -c 1-8)
  printf '%s+%s+%s\n' "$4" "$id" "$(openssl base64 -A -in "$work/typed")" >"$1.vkey"
}

certified() {
  request root '职信演示根 Zhixin DEMO Root CA'
  certify root root 2050
  request issuing-ca '职信演示签发 Zhixin DEMO Issuing CA'
  certify issuing-ca root 2045
  request committee '威海市人力资源和社会保障局'
  certify committee issuing-ca 2040
  request time-stamp '职信演示时间戳 Zhixin DEMO Time Stamp'
  certify time-stamp issuing-ca 2040
  store committee committee
  store time-stamp time-stamp
  revocations root
  revocations issuing-ca
}

ledger() {
  openssl genpkey -algorithm ed25519 -out ledger.key.pem
  verifier ledger 001 32 localhost/zhixin-demo-ledger
  openssl genpkey -algorithm ed25519 -out witness.key.pem
  verifier witness 004 32 localhost/zhixin-demo-witness
  if openssl list -public-key-algorithms | grep -q ML-DSA-44; then
    openssl genpkey -algorithm ML-DSA-44 -out ledger-ml-dsa.key.pem
    verifier ledger-ml-dsa 006 1312 localhost/zhixin-demo-ledger
  else
    echo "$(openssl version) knows no ML-DSA-44. ledger-ml-dsa stays as it is; the program makes a new one:" >&2
    echo "  java -jar target/zhixin.jar ledger new-key --ml-dsa" >&2
  fi
}

# certified by nobody: it is trusted by itself, and can sign nothing but receipts
receipts() {
  request receipts '职信演示核验报告 Zhixin DEMO Receipts'
  certify receipts receipts 2040
  openssl pkcs12 -export -inkey "$work/receipts.key" -in receipts.cer.pem \
    -name receipts -passout "pass:$password" -out receipts.p12
}

case ${1:-all} in
  all) certified; ledger; receipts ;;
  certified | ledger | receipts) "$1" ;;
  *) echo "usage: $0 [certified|ledger|receipts]" >&2; exit 2 ;;
esac
