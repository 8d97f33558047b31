#!/usr/bin/env bash
# A real VS Code to test the extension in: the server of code-server with a Node of its own, from npm, into a cached folder outside the
# repository. Without native modules: no compiler and no library is needed (a terminal would not work). Prints the folder.
set -euo pipefail
CODE_SERVER=4.139.1 NODE=24.21.0
case $(uname -sm) in
  'Linux x86_64') platform=linux-x64 ;;
  'Linux aarch64') platform=linux-arm64 ;;
  *) echo "no host for $(uname -sm)" >&2; exit 1 ;;
esac
host=${XDG_CACHE_HOME:-$HOME/.cache}/disclint-editors/$CODE_SERVER-$NODE
if [ ! -f "$host/complete" ]; then
  mkdir -p "$(dirname "$host")"
  new=$(mktemp -d "$host.XXXXXX"); trap 'rm -rf "$new"' EXIT
  cd "$new"
  # `npm pack` takes a package as it is, without its dependencies, most of which a test has no use for.
  npm pack --silent --pack-destination . "code-server@$CODE_SERVER" "node-$platform@$NODE" > /dev/null || { echo 'npm could not fetch code-server and Node' >&2; exit 1; }
  tar xzf "node-$platform-$NODE.tgz" package/bin/node && mkdir bin && mv package/bin/node bin/
  tar xzf "code-server-$CODE_SERVER.tgz" package/lib/vscode && mv package/lib/vscode vscode
  rm -rf package ./*.tgz
  # Its own lock (npm-shrinkwrap.json) names what it needs.
  (cd vscode && PATH="$new/bin:$PATH" npm install --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund --silent > /dev/null) || { echo "npm could not fetch code-server's dependencies" >&2; exit 1; }
  touch complete
  chmod 755 "$new"
  [ -d "$host" ] || mv "$new" "$host"
fi
echo "$host"
