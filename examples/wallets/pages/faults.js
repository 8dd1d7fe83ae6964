const form = document.getElementById('faults')
const said = document.getElementById('said')

const show = ({ faults, choices }) => {
  for (const [name, values] of Object.entries(choices))
    form.elements[name].replaceChildren(...values.map((value) => new Option(value)))
  for (const [name, value] of Object.entries(faults)) form.elements[name].value = value
}

form.addEventListener('change', async () => {
  const answer = await fetch('/faults', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new FormData(form))),
  })
  show(await answer.json())
  said.textContent = answer.ok ? '已生效 · In force' : '无效 · Not known'
})

show(await (await fetch('/faults')).json())
