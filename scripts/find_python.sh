#!/bin/sh
# Print the best Python there is: 3.13, then 3.12, then 3.11 (see docs/decisions/0002-python-versions.md).
# A candidate counts only if it runs, has the version its name claims, and can make virtual environments.
set -u
works() {
    "$1" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != ('"$2"'))' >/dev/null 2>&1
}
for version in 3.13 3.12 3.11; do
    wanted=$(echo "$version" | tr . ,)
    for candidate in "python$version" python3 python \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python \
        "$HOME"/.local/share/uv/python/cpython-"$version".*/bin/python3; do
        if works "$candidate" "$wanted"; then
            command -v "$candidate"
            exit 0
        fi
    done
done
echo "Dateline needs Python 3.11, 3.12 or 3.13 with the venv module, and found none." >&2
echo "On Debian or Ubuntu: apt install python3 python3-venv" >&2
exit 1
