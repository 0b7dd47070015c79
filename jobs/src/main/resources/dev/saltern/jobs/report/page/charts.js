// SPDX-License-Identifier: Apache-2.0
'use strict';
/* Draws charts when they come into view, in the colours of the style sheet, and again when those or the width change. */
const data = JSON.parse(document.getElementById('data').textContent);
const drawn = new Map();
const PAPER = 660;

function colours() {
  const style = getComputedStyle(document.documentElement);
  return new Proxy({}, { get: (_, name) => style.getPropertyValue('--' + name).trim() });
}

/* A chart's text may come from a cell of a row: as text it goes into SVG, and never into HTML. */
function plain(text, most) {
  const line = String(text).replace(/\s+/g, ' ');
  return line.length > most ? line.slice(0, most - 1) + '…' : line;
}

function tip(text) {
  const box = document.createElement('div');
  box.textContent = text;
  return box.innerHTML;
}

function count(n) { return Math.round(n).toLocaleString('en-US'); }

function size(bytes) {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let i = 0;
  while (bytes >= 1024 && i < units.length - 1) { bytes /= 1024; i++; }
  return (bytes < 10 && i > 0 ? bytes.toFixed(1) : Math.round(bytes)) + ' ' + units[i];
}

/* A length of time, as the page itself tells it. */
function took(seconds) {
  if (seconds > 0 && seconds < 0.1) { return Math.round(1000 * seconds) + ' ms'; }
  if (seconds < 60) { return +seconds.toFixed(1) + ' s'; }
  const whole = Math.round(seconds);
  return whole < 3600 ? Math.floor(whole / 60) + ' min' + (whole % 60 ? ' ' + whole % 60 + ' s' : '') : Math.floor(whole / 3600) + ' h ' + Math.floor(whole % 3600 / 60) + ' min';
}

function base(c) {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: c.ink },
    tooltip: { confine: true, backgroundColor: c.ground, borderColor: c.line, textStyle: { color: c.ink, fontSize: 13 }, extraCssText: 'box-shadow:none;white-space:normal;max-width:28rem' },
  };
}

function axis(c, more) {
  return Object.assign({
    axisLine: { lineStyle: { color: c.line } }, axisTick: { show: false },
    axisLabel: { color: c.muted }, splitLine: { lineStyle: { color: c.line } },
  }, more);
}

/* Pictures: by name, a function of the element, the colours and the width that gives the height and ECharts' options. */
const pictures = {};

function draw(element) {
  const picture = pictures[element.dataset.chart];
  // Before it prints, a page is still as wide as the screen; paper of A4 or letter leaves this much.
  const paper = 'print' in document.documentElement.dataset && element.classList.contains('chart');
  element.style.width = paper ? PAPER + 'px' : '';
  const made = picture && picture(element, colours(), paper ? PAPER : element.clientWidth);
  if (!made) { element.hidden = true; return; }
  element.style.height = made.height + 'px';
  const label = element.getAttribute('aria-label');
  const old = drawn.get(element);
  if (old) { old.dispose(); }
  const chart = echarts.init(element, null, { renderer: 'svg' });
  chart.setOption(Object.assign(base(colours()), made.option));
  element.setAttribute('aria-label', label);
  drawn.set(element, chart);
}

function redraw() { drawn.forEach((_, element) => draw(element)); }

const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
  seen.unobserve(entry.target);
  draw(entry.target);
}), { rootMargin: '300px' });

function start() {
  document.querySelectorAll('[data-chart]').forEach(element => seen.observe(element));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  let wait = 0;
  addEventListener('resize', () => { clearTimeout(wait); wait = setTimeout(redraw, 150); });
  addEventListener('beforeprint', () => {
    document.documentElement.dataset.print = '';
    document.querySelectorAll('[data-chart]').forEach(draw);
    redraw();
  });
  addEventListener('afterprint', () => { delete document.documentElement.dataset.print; redraw(); });
  document.querySelectorAll('input[data-filter]').forEach(filter);
}

function filter(input) {
  const rows = [...document.querySelectorAll('#' + input.dataset.filter + ' tbody tr')];
  const told = document.querySelector('output[data-filtered="' + input.dataset.filter + '"]');
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach(row => {
      const fits = row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    told.textContent = wanted ? shown + ' of ' + rows.length + ' shown' : '';
  });
}
