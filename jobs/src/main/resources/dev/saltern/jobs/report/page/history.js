// SPDX-License-Identifier: Apache-2.0
const names = ['pipeline', 'scope', 'verdict', 'started', 'seconds', 'read', 'written', 'rejected', 'usd', 'heaviestShare', 'heaviestTask'];
const runs = data.runs.map(run => Object.fromEntries(run.map((value, i) => [names[i], value])));
const badness = { published: 1, refused: 2, failed: 3 };
const choice = document.getElementById('pipeline');

function chosen() {
  const wanted = choice.value;
  return wanted ? runs.filter(run => data.pipelines[run.pipeline] === wanted) : runs;
}

/* The days that a run claims; of a long range the first year. */
function days(scope) {
  const ends = scope.split('..');
  if (!/^\d{4}-\d\d-\d\d$/.test(ends[0])) { return []; }
  const all = [];
  const last = ends[ends.length - 1];
  for (let day = new Date(ends[0] + 'T00:00:00Z'); all.length < 366; day.setUTCDate(day.getUTCDate() + 1)) {
    const text = day.toISOString().slice(0, 10);
    if (text > last) { break; }
    all.push(text);
  }
  return all;
}

function verdicts() {
  const latest = new Map();
  chosen().filter(run => badness[run.verdict]).forEach(run => days(run.scope).forEach(day => {
    const byPipeline = latest.get(day) || new Map();
    byPipeline.set(run.pipeline, run);
    latest.set(day, byPipeline);
  }));
  return [...latest].map(([day, byPipeline]) => {
    const found = [...byPipeline.values()];
    const worst = Math.max(...found.map(run => badness[run.verdict]));
    return { value: [day, worst], runs: found };
  }).sort((a, b) => a.value[0] < b.value[0] ? -1 : 1);
}

pictures.days = (element, c, width) => {
  const found = verdicts();
  if (!found.length) { return null; }
  const years = [...new Set(found.map(day => day.value[0].slice(0, 4)))].slice(-4).reverse();
  const narrow = width < 620;
  const cell = narrow ? 15 : Math.min(18, Math.floor((width - 70) / 54));
  // From the first month with a run to the last: a phone is too narrow for a year's weeks, there they go downwards.
  const ranges = years.map(year => {
    const inYear = found.filter(day => day.value[0].startsWith(year));
    const last = inYear[inYear.length - 1].value[0].slice(0, 7);
    return [inYear[0].value[0].slice(0, 7) + '-01', last + '-' + new Date(Date.UTC(+year, +last.slice(5), 0)).getUTCDate()];
  });
  const weeks = ranges.map(range => Math.ceil((Date.parse(range[1]) - Date.parse(range[0])) / 6048e5) + 1);
  const each = weeks.map(n => (narrow ? n : 7) * cell + 46);
  const top = each.map((_, i) => each.slice(0, i).reduce((sum, height) => sum + height, 24));
  return {
    height: each.reduce((sum, height) => sum + height, 6),
    option: {
      tooltip: {
        formatter: item => tip(item.data.value[0]) + item.data.runs.slice(0, 12).map(run => '<br>' + tip(data.pipelines[run.pipeline] + ': ' + run.verdict + ', ' + count(run.read) + ' rows read')).join(''),
      },
      visualMap: { show: false, type: 'piecewise', dimension: 1, pieces: [{ value: 1, color: c.fine }, { value: 2, color: c.bad }, { value: 3, color: c.ink }] },
      calendar: ranges.map((range, i) => ({
        range, orient: narrow ? 'vertical' : 'horizontal', top: top[i], left: 62, cellSize: [cell, cell],
        itemStyle: { color: c.raised, borderColor: c.ground, borderWidth: 2 }, splitLine: { show: false },
        dayLabel: { color: c.muted, firstDay: 1, nameMap: ['S', 'M', 'T', 'W', 'T', 'F', 'S'], fontSize: 11 },
        monthLabel: { color: c.muted, nameMap: 'en', fontSize: 11 },
        yearLabel: { color: c.ink, fontSize: 13, margin: 34, position: 'left', formatter: years[i] },
      })),
      series: years.map((year, i) => ({
        type: 'heatmap', coordinateSystem: 'calendar', calendarIndex: i, data: found.filter(day => day.value[0].startsWith(year)),
      })),
    },
  };
};

const formats = {
  read: count, written: count, rejected: share => (100 * share).toFixed(share && share < 0.01 ? 2 : 1) + '%', seconds: took,
  heaviestShare: share => (100 * share).toFixed(1) + '%', heaviestTask: times => times.toFixed(1) + '×', usd: usd => '$' + usd.toFixed(usd < 1 ? 3 : 2),
};

function short(n) {
  const steps = [[1e9, 'bn'], [1e6, 'm'], [1e3, 'k']];
  const step = steps.find(([size]) => Math.abs(n) >= size);
  return step ? +(n / step[0]).toPrecision(3) + ' ' + step[1] : String(+n.toPrecision(3));
}

/* The pipelines that have a line: the chosen one, or the first few. */
function lines() {
  const wanted = choice.value;
  return wanted ? [data.pipelines.indexOf(wanted)] : data.pipelines.map((_, i) => i).slice(0, 6);
}

function points(value, pipeline) {
  return runs.filter(run => run.pipeline === pipeline && run.verdict !== 'up_to_date' && run[value] !== null);
}

function when(run) { return /^\d{4}-\d\d-\d\d/.test(run.scope) ? run.scope.slice(0, 10) : run.started.slice(0, 10); }

pictures.line = (element, c) => {
  const value = element.dataset.value;
  const format = formats[value];
  const drawn = lines().map(pipeline => ({ pipeline, runs: points(value, pipeline) })).filter(line => line.runs.length > 1);
  if (!drawn.length) { return null; }
  const label = value === 'read' || value === 'written' ? short : format;
  return {
    height: 160,
    option: {
      grid: { left: 56, right: 12, top: 12, bottom: 24 },
      tooltip: { trigger: 'item', formatter: item => { const run = item.data.run; return tip(data.pipelines[run.pipeline] + ' ' + run.scope + ': ' + format(run[value]) + ' (' + run.verdict + ')'); } },
      xAxis: axis(c, { type: 'time', splitLine: { show: false }, axisLabel: { color: c.muted, fontSize: 11, hideOverlap: true, formatter: { year: '{yyyy}', month: '{MMM}', day: '{d} {MMM}' } } }),
      yAxis: axis(c, { type: 'value', min: 0, splitNumber: 3, axisLabel: { color: c.muted, fontSize: 11, formatter: label } }),
      series: drawn.map(line => ({
        type: 'line', lineStyle: { color: c['line-' + (1 + line.pipeline % 6)], width: 1.3 }, itemStyle: { color: c['line-' + (1 + line.pipeline % 6)] },
        symbol: 'circle', symbolSize: (_, item) => item.data.run.verdict === 'published' ? (line.runs.length > 90 ? 2 : 4) : 7, showAllSymbol: true,
        data: line.runs.map(run => Object.assign({ value: [when(run), run[value]], run }, run.verdict === 'published' ? {} : { itemStyle: { color: run.verdict === 'refused' ? c.bad : c.ink } })),
      })),
    },
  };
};

function choose() {
  document.querySelectorAll('.latest li').forEach(item => { item.hidden = choice.value !== '' && item.dataset.pipeline !== choice.value; });
  const rows = [...document.querySelectorAll('#runs tbody tr')];
  rows.forEach(row => { row.hidden = choice.value !== '' && row.dataset.pipeline !== choice.value; });
  document.getElementById('shown').textContent = choice.value ? count(chosen().length) + ' runs' : '';
  document.querySelectorAll('[data-chart]').forEach(element => { element.hidden = false; if (drawn.has(element)) { draw(element); } else { seen.observe(element); } });
  const shown = lines();
  document.querySelectorAll('.lines li').forEach((item, i) => { item.hidden = !shown.includes(i) || shown.length < 2; });
  document.querySelectorAll('.multiples figure').forEach(figure => { figure.hidden = !has(figure); });
}

function has(figure) {
  const value = figure.querySelector('[data-value]').dataset.value;
  return lines().some(pipeline => points(value, pipeline).length > 1);
}

choice.addEventListener('change', choose);
start();
choose();
