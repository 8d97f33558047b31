-- Opens a document in Neovim, waits for the server's diagnostics, applies the preferred action, and waits for them to go.
-- Arguments by environment: DISCLINT (command, blank between words by "\t"), DOCUMENT. Prints one JSON line.
local command = vim.split(vim.env.DISCLINT, '\t')
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DOCUMENT))
local buffer, published = vim.api.nvim_get_current_buf(), nil
local id = vim.lsp.start_client({
  name = 'disclint', cmd = command, root_dir = vim.fn.fnamemodify(vim.env.DOCUMENT, ':h'),
  handlers = { ['textDocument/publishDiagnostics'] = function(err, result, context, config)
    published = result
    vim.lsp.handlers['textDocument/publishDiagnostics'](err, result, context, config)
  end },
})
vim.lsp.buf_attach_client(buffer, id)
local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do table.insert(found, diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code)) end
  return found
end
vim.wait(20000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
local before = codes()
local target, related
for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
  local lsp = diagnostic.user_data and diagnostic.user_data.lsp or {}
  if lsp.relatedInformation then related = true end
  if lsp.code == 'docnum/brackets' or diagnostic.code == 'docnum/brackets' then target = diagnostic end
end
local range = { start = { line = target.lnum, character = target.col }, ['end'] = { line = target.lnum, character = target.col } }
for _, diagnostic in ipairs(published and published.diagnostics or {}) do if diagnostic.code == 'docnum/brackets' then range = diagnostic.range end end
local marked = vim.api.nvim_buf_get_text(buffer, target.lnum, target.col, target.end_lnum, target.end_col, {})[1]
local answer = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', { textDocument = vim.lsp.util.make_text_document_params(buffer), range = range, context = { diagnostics = {} } }, 5000)
for _, action in ipairs(answer[id].result) do
  if action.edit then vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding) break end
end
vim.wait(10000, function() return not vim.tbl_contains(codes(), 'docnum/brackets') end, 20)
io.stdout:write(vim.fn.json_encode({ before = before, after = codes(), related = related or false, marked = marked, text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') }) .. '\n')
vim.cmd('qall!')
