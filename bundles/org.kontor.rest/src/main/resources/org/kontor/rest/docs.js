// Shows the document types that the given token may read. The token stays in this page.
document.getElementById('origin').textContent = location.origin;
document.getElementById('ask').addEventListener('submit', async event => {
  event.preventDefault();
  const out = document.getElementById('types');
  out.replaceChildren();
  let body;
  try {
    const headers = { Authorization: 'Bearer ' + document.getElementById('token').value };
    const answer = await fetch('/api/v1/types', { headers, credentials: 'omit' });
    body = await answer.json();
    if (!answer.ok) {
      out.textContent = body.detail;
      return;
    }
  } catch (failure) {
    out.textContent = out.dataset.failed;
    return;
  }
  for (const type of body.types) {
    const title = document.createElement('h3');
    title.textContent = type.names + ' (' + type.id + ')';
    const table = document.createElement('table');
    for (const field of type.fields) {
      const row = table.insertRow();
      const kind = field.kind + (field.required ? ', ' + out.dataset.required : '') + (field.options ? ': ' + field.options.map(option => option.id).join(', ') : '');
      for (const text of [field.id, field.name, kind]) {
        row.insertCell().textContent = text;
      }
    }
    out.append(title, table);
  }
});
