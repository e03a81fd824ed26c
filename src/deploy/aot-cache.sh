#!/bin/sh
# Unpacks zhixin.jar and makes the AOT cache of a public node (JEP 483, 514, 515), with which it
# starts in a fraction of the time.
#
#   JAVA=/opt/jdk-25/bin/java aot-cache.sh zhixin.jar /opt/zhixin
#
# Needs JDK 25 and, in config/application.yml below the target folder, the settings of the node:
# the training is a real start against its database, which is only read. Run it as the user that
# the service runs as, once for each new jar, JDK or set of JVM options; a cache that does not fit
# is ignored and the start is slow, nothing else. Exit code 0: the cache is there.
set -eu
java=${JAVA:-java}
jar=${1:?usage: aot-cache.sh zhixin.jar FOLDER}
folder=${2:?usage: aot-cache.sh zhixin.jar FOLDER}
port=${PORT:-18081}

"$java" -Djarmode=tools -jar "$jar" extract --force --destination "$folder"
cd "$folder"
rm -f zhixin.aot
# the same options as in the unit: the cache holds objects of its collector
"$java" @jvm.options -XX:AOTCacheOutput=zhixin.aot -jar zhixin.jar \
  serve --roles public --server.port="$port" --zhixin.redis.url= --zhixin.redis.embedded=false &
node=$!
trap 'kill $node 2>/dev/null || :' EXIT

tries=0
until curl -fs "http://localhost:$port/actuator/health" >/dev/null; do
  kill -0 $node 2>/dev/null || { echo "the training node did not start" >&2; exit 1; }
  tries=$((tries + 1))
  [ $tries -lt 120 ] || { echo "the training node does not answer" >&2; exit 1; }
  sleep 1
done
# what a node does first: a page, an answer, a refusal, the ledger
for path in / /v/0000000000000000 /api/v1/certificates/0000000000000000 /ledger \
  /.well-known/zhixin.json; do
  curl -s -o /dev/null "http://localhost:$port$path"
done
kill $node
# writes the cache at its end
wait $node || :
trap - EXIT
[ -s zhixin.aot ] || { echo "no cache was written" >&2; exit 1; }
ls -l zhixin.aot
