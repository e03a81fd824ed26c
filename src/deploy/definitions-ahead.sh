#!/bin/sh
# Writes the bean definitions of a public node as code into the unpacked zhixin.jar of a folder
# (Spring's ahead-of-time processing), which saves a fifth of its start. aot-cache.sh calls it.
#
#   JAVA_HOME=JDK definitions-ahead.sh FOLDER [further options of "serve"]
#
# The code fits the settings that it is called with, in config/application.yml below the folder, in
# the environment or as options. The program compares them at each start; with others it finds its
# beans itself, some seconds longer. Neither database nor Redis is asked. It changes zhixin.jar, so a
# cache that was made before does not fit any more: run aot-cache.sh, which makes both.
set -eu
usage="usage: JAVA_HOME=JDK definitions-ahead.sh FOLDER [OPTION...]"
bin=${JAVA_HOME:?$usage}/bin
folder=${1:?$usage}
shift
cd "$folder"

rm -rf ahead
mkdir ahead
"$bin/java" -Ddefinitions-ahead.digests=ahead/settings.digests -cp 'zhixin.jar:lib/*' \
  org.springframework.boot.SpringApplicationAotProcessor cn.zhixin.Zhixin \
  ahead/sources ahead/classes ahead/classes cn.zhixin zhixin serve --roles public "$@"
find ahead/sources -name '*.java' >ahead/list
"$bin/javac" --release 17 -nowarn -Xlint:none -parameters -proc:none -cp 'zhixin.jar:lib/*' \
  -d ahead/classes @ahead/list
rm -rf ahead/classes/META-INF/native-image
mv ahead/settings.digests ahead/classes/META-INF
"$bin/jar" --update --file zhixin.jar -C ahead/classes .
rm -rf ahead
