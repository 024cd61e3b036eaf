// Shows the document types that the given token may read. The token stays in this page.
document.getElementById('ask').addEventListener('submit', async event => {
  event.preventDefault();
  const out = document.getElementById('types');
  const answer = await fetch('types', { headers: { Authorization: 'Bearer ' + document.getElementById('token').value } });
  const body = await answer.json();
  out.replaceChildren();
  if (!answer.ok) {
    out.textContent = body.detail;
    return;
  }
  for (const type of body.types) {
    const title = document.createElement('h3');
    title.textContent = type.names + ' (' + type.id + ')';
    const table = document.createElement('table');
    for (const field of type.fields) {
      const row = table.insertRow();
      const kind = field.kind + (field.required ? ', required' : '') + (field.options ? ': ' + field.options.map(option => option.id).join(', ') : '');
      for (const text of [field.id, field.name, kind]) {
        row.insertCell().textContent = text;
      }
    }
    out.append(title, table);
  }
});
