#!/bin/sh
# Unpacks zhixin.jar and makes an AOT cache (JEP 483, 514, 515), with which it starts in a fraction
# of the time: of a public node, zhixin.aot, or of the commands, commands.aot.
#
#   JAVA_HOME=/opt/jdk-25 aot-cache.sh zhixin.jar /opt/zhixin [further options of "serve"]
#   JAVA_HOME=/opt/jdk-25 aot-cache.sh zhixin.jar /opt/zhixin issue ROSTER
#
# Needs JDK 25. For a public node its settings must be in config/application.yml below the target
# folder: the training is a real start against its database, which is only read. Beside a node that
# has a management port give another, such as --management.server.port=18082. For the commands
# nothing is needed but a roster that can be issued: it is issued as the demo, with sample keys, in
# a data folder that is removed. Run it as the user that the program runs as, once for each new jar,
# JDK or set of JVM options; a cache that does not fit is ignored and the start is slow, nothing
# else. Exit code 0: the cache is there.
set -eu
usage="usage: JAVA_HOME=JDK aot-cache.sh zhixin.jar FOLDER [OPTION... | issue ROSTER]"
bin=${JAVA_HOME:?$usage}/bin
jar=${1:?$usage}
folder=${2:?$usage}
shift 2
roster=
if [ "${1:-}" = issue ]; then
  roster=$(cd "$(dirname "${2:?$usage}")" && pwd)/$(basename "$2")
fi
here=$(cd "$(dirname "$0")" && pwd)
port=${PORT:-18081}

other=commands.aot
[ -z "$roster" ] || other=zhixin.aot
if [ -e "$folder/$other" ]; then
  echo "$folder holds $other, which fits no jar that is unpacked anew: take another folder" >&2
  exit 2
fi

"$bin/java" -Djarmode=tools -jar "$jar" extract --force --destination "$folder"
cp "$here/jvm.options" "$here/commands.options" "$folder"
cd "$folder"
[ "$(basename "$jar")" = zhixin.jar ] || mv "$(basename "$jar")" zhixin.jar

# The JVM caches no class of a signed jar, and Bouncy Castle's are: a third of the start. Its
# signature is for another vendor's JDK; what Maven fetched is checked by its digest. Nor does it
# cache a class that a jar keeps for newer JDKs, so those of this JDK take the others' places.
feature=$("$bin/jar" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
signed_or_layered='META-INF/([A-Z0-9_-]+[.]SF|versions/[0-9]+/[a-z]+/)'
for old in $(grep -alE "$signed_or_layered" lib/*.jar || :); do
  rm -rf plain && mkdir plain
  (cd plain && "$bin/jar" --extract --file "../$old")
  rm -f plain/META-INF/*.SF plain/META-INF/*.RSA plain/META-INF/*.DSA plain/META-INF/*.EC
  version=9
  while [ $version -le "$feature" ]; do
    [ ! -d plain/META-INF/versions/$version ] || cp -R plain/META-INF/versions/$version/. plain
    version=$((version + 1))
  done
  rm -rf plain/META-INF/versions
  sed '/^Multi-Release:/d' plain/META-INF/MANIFEST.MF >manifest
  rm plain/META-INF/MANIFEST.MF
  "$bin/jar" --create --file "$old" --manifest manifest -C plain .
  rm -rf plain manifest
done

if [ -n "$roster" ]; then
  rm -f commands.aot
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  # neither the environment's settings nor those of config/ may lead it to a real database
  env -i HOME="$HOME" PATH="$PATH" LC_ALL=C.UTF-8 "$bin/java" @commands.options \
    -XX:AOTCacheOutput=commands.aot -Dspring.config.location=classpath:/ \
    -Dspring.profiles.active=demo -Dzhixin.home="$scratch/data" -jar zhixin.jar \
    issue "$roster" --out "$scratch/out" >/dev/null ||
    { rm -f commands.aot; echo "the roster was not issued: no cache was written" >&2; exit 1; }
  [ -s commands.aot ] || { echo "no cache was written" >&2; exit 1; }
  ls -l commands.aot
  exit
fi

"$here/definitions-ahead.sh" . "$@" --server.port="$port"

rm -f zhixin.aot
# the same options as in the unit: the cache is made for its collector
"$bin/java" @jvm.options -XX:AOTCacheOutput=zhixin.aot -jar zhixin.jar \
  serve --roles public "$@" --server.port="$port" &
node=$!
trap 'kill $node 2>/dev/null || :' EXIT

tries=0
# with TLS it is trusted: it is our own
until site=http://localhost:$port && curl -fs "$site" >/dev/null ||
  { site=https://localhost:$port && curl -fks "$site" >/dev/null; }; do
  kill -0 $node 2>/dev/null || { echo "the training node did not start" >&2; exit 1; }
  tries=$((tries + 1))
  [ $tries -lt 120 ] || { echo "the training node does not answer" >&2; exit 1; }
  sleep 1
done
# what a node is asked first: a page, an answer, a refusal, the ledger
for path in / /v/0000000000000000 /api/v1/certificates/0000000000000000 /ledger \
  /.well-known/zhixin.json; do
  curl -ks -o /dev/null "$site$path"
done
# and as a crowd asks, so that the cache knows what will have to be compiled: the fragments make
# so many addresses of one, and are not sent
curl -ks -o /dev/null "$site/api/v1/certificates/0000000000000000#[1-3000]"
kill $node
# it writes the cache at its end, and ends as one that was told to
wait $node || :
trap - EXIT
[ -s zhixin.aot ] || { echo "no cache was written" >&2; exit 1; }
ls -l zhixin.aot
