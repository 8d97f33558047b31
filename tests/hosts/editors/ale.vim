" Opens $DOCUMENT in Vim with ALE, set up as docs/editors.md says, and writes what ALE lists to $FOUND. `disclint` has to be on the path.
set nocompatible
execute 'set runtimepath+=' . $ALE
filetype plugin on
let g:ale_linters = {'json': ['disclint']}
call ale#linter#Define('json', {'name': 'disclint', 'lsp': 'stdio', 'executable': 'disclint', 'command': '%e lsp --stdio', 'project_root': {b -> expand('#' . b . ':p:h')}})
runtime! plugin/ale.vim
execute 'edit ' . fnameescape($DOCUMENT)
set filetype=json
ALELint
let tries = 0
while tries < 200 && empty(getloclist(0))
  sleep 200m
  let tries += 1
endwhile
call writefile(map(getloclist(0), {at, found -> found.lnum . ':' . found.col . ' ' . found.type . ' ' . found.text}), $FOUND)
qall!
