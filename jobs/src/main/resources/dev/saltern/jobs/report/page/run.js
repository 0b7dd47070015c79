// SPDX-License-Identifier: Apache-2.0
const shades = {
  READ: 'flow', KEPT: 'flow', GIVEN: 'flow-2', WRITTEN: 'flow', CORRUPT: 'bad', QUARANTINED: 'warn', DROPPED: 'idle',
  OUTSIDE: 'idle', ELSEWHERE: 'idle', DUPLICATES: 'idle',
};

/* The room that the names of a chart take on its left, and how they are written there. */
function room(names, most) { return Math.min(most, 20 + 7.2 * Math.max(...names.map(name => plain(name, 60).length))); }

function names(c, name, width) {
  return { color: c.ink, interval: 0, fontSize: 12.5, width, overflow: 'truncate', formatter: i => plain(name(i), 80) };
}

function sankey(part, c, width) {
  const nodes = data.account.nodes.filter(node => node.part === part);
  const ids = new Map(nodes.map(node => [node.id, node]));
  const flows = data.account.flows.filter(flow => ids.has(flow.from));
  if (!flows.length) { return null; }
  const ends = nodes.filter(node => !flows.some(flow => flow.from === node.id));
  const roots = new Set(nodes.filter(node => !flows.some(flow => flow.to === node.id)).map(node => node.id));
  const narrow = width < 560;
  // Between the ends there is no room for names, on paper as on a phone: those at the ends say the same.
  const tight = width < 800;
  const total = Math.max(...nodes.map(node => node.rows));
  return {
    height: Math.max(120, Math.min(900, (narrow ? 46 : 30) * Math.max(ends.length, nodes.length - ends.length) + 40)),
    option: {
      tooltip: {
        trigger: 'item',
        formatter: item => tip(item.dataType === 'edge'
          ? ids.get(item.data.source).label + ' → ' + ids.get(item.data.target).label + ': ' + count(item.data.rows) + ' rows'
          : ids.get(item.name).label + ': ' + count(ids.get(item.name).rows) + ' rows'),
      },
      series: [{
        type: 'sankey', left: narrow ? 92 : tight ? 130 : 190, right: narrow ? 104 : tight ? 240 : 290, top: 10, bottom: narrow ? 22 : 10, nodeWidth: 10, nodeGap: narrow ? 32 : 18, draggable: false,
        layoutIterations: 64, nodeAlign: 'justify', emphasis: { focus: 'adjacency' },
        label: {
          color: c.ink, fontSize: narrow ? 11.5 : 12.5, lineHeight: 14, overflow: 'truncate', width: narrow ? 98 : tight ? 232 : 280,
          formatter: item => count(ids.get(item.name).rows) + (narrow ? '\n' : '  ') + plain(ids.get(item.name).label, narrow ? 15 : 60),
        },
        data: nodes.map(node => ({
          name: node.id, itemStyle: { color: c[shades[node.kind]], borderWidth: 0 },
          label: roots.has(node.id) ? { position: 'left', align: 'right', width: narrow ? 86 : tight ? 122 : 182 }
            : { show: !tight || ends.includes(node) },
        })),
        // A small flow is drawn as wide as can be seen: what was set aside is what a reader looks for.
        links: flows.map(flow => ({
          source: flow.from, target: flow.to, value: Math.max(flow.rows, total * 0.006), rows: flow.rows,
          lineStyle: { color: c[shades[ids.get(flow.to).kind]], opacity: 0.32, curveness: 0.5 },
        })),
      }],
    },
  };
}
pictures.read = (element, c, width) => sankey('READ', c, width);
pictures.written = (element, c, width) => sankey('WRITTEN', c, width);

pictures.trend = (element, c) => {
  const values = data.trends[element.dataset.index];
  if (!values || values.filter(value => value !== null).length < 2) { return null; }
  return {
    height: 30,
    option: {
      grid: { left: 3, right: 5, top: 5, bottom: 5 },
      tooltip: { trigger: 'axis', confine: true, formatter: items => tip(data.runs[items[0].dataIndex] + ': ' + (items[0].value ?? 'not judged')) },
      xAxis: { type: 'category', show: false, data: data.runs },
      yAxis: { type: 'value', show: false, scale: true },
      series: [{
        type: 'line', data: values, symbol: 'circle', symbolSize: 4, showSymbol: values.length < 3, connectNulls: true,
        lineStyle: { color: c.mark, width: 1.5 }, itemStyle: { color: c.mark },
        markPoint: { symbol: 'circle', symbolSize: 5, label: { show: false }, itemStyle: { color: c.mark }, data: [{ coord: [values.length - 1, values[values.length - 1]] }] },
      }],
    },
  };
};

pictures.phases = (element, c, width) => {
  const phases = data.phases;
  const narrow = width < 560;
  return {
    height: 22 * phases.length + 50,
    option: {
      grid: { left: room(phases.map(phase => phase.name), narrow ? 128 : 270), right: 56, top: 6, bottom: 30 },
      tooltip: { trigger: 'item', formatter: item => tip(phases[item.dataIndex].name + ': ' + took(phases[item.dataIndex].seconds)) },
      xAxis: axis(c, { type: 'value', axisLabel: { color: c.muted, formatter: took, hideOverlap: true } }),
      yAxis: axis(c, {
        type: 'category', inverse: true, data: phases.map((_, i) => i), splitLine: { show: false }, axisLine: { show: false },
        axisLabel: names(c, i => phases[i].name, narrow ? 118 : 260),
      }),
      series: [
        { type: 'bar', stack: 'time', silent: true, itemStyle: { color: 'transparent' }, data: phases.map(phase => phase.startSecond) },
        {
          type: 'bar', stack: 'time', barWidth: 11, itemStyle: { color: c.mark, borderRadius: 2 }, data: phases.map(phase => phase.seconds),
          label: { show: true, position: 'right', color: c.muted, fontSize: 12, formatter: item => took(item.value) },
        },
      ],
    },
  };
};

pictures.keys = (element, c, width) => {
  const keys = data.skew[element.dataset.index].keys;
  if (!keys.length) { return null; }
  return {
    height: 24 * keys.length + 16,
    option: {
      grid: { left: room(keys.map(key => key.key), width < 420 ? 120 : 190), right: 54, top: 4, bottom: 4 },
      tooltip: { trigger: 'item', formatter: item => tip(keys[item.dataIndex].key + ' of ' + keys[item.dataIndex].view + ': ' + (100 * item.value).toFixed(1) + '% of the rows') },
      xAxis: { type: 'value', show: false, max: Math.max(0.05, ...keys.map(key => key.share)) },
      yAxis: axis(c, {
        type: 'category', inverse: true, data: keys.map((_, i) => i), axisLine: { show: false }, splitLine: { show: false },
        axisLabel: names(c, i => keys[i].key, width < 420 ? 110 : 180),
      }),
      series: [{
        type: 'bar', barWidth: 11, data: keys.map(key => key.share), itemStyle: { color: c.mark, borderRadius: 2 },
        label: { show: true, position: 'right', color: c.muted, formatter: item => (100 * item.value).toFixed(1) + '%' },
      }],
    },
  };
};

pictures.tasks = (element, c, width) => {
  const times = data.skew[element.dataset.index].times;
  const rows = [['before', times.before], ['this run', times.now]].filter(row => row[1] && row[1].tasks > 0);
  if (!rows.length) { return null; }
  const box = spread => [spread.least, spread.lower, spread.median, spread.upper, spread.most];
  return {
    height: 40 * rows.length + 44,
    option: {
      grid: { left: 70, right: 24, top: 8, bottom: 34 },
      tooltip: { trigger: 'item', formatter: item => tip(rows[item.dataIndex][0] + ': ' + box(rows[item.dataIndex][1]).map(ms => count(ms) + ' ms').join(', ')) },
      xAxis: axis(c, { type: 'value', min: 0, axisLabel: { color: c.muted, fontSize: 11, hideOverlap: true, formatter: ms => count(ms) + ' ms' } }),
      yAxis: axis(c, { type: 'category', inverse: true, data: rows.map(row => row[0]), axisLine: { show: false }, splitLine: { show: false }, axisLabel: { color: c.ink, fontSize: 12.5 } }),
      series: [{ type: 'boxplot', boxWidth: [12, 16], data: rows.map(row => box(row[1])), itemStyle: { color: c.raised, borderColor: c.mark, borderWidth: 1.5 } }],
    },
  };
};

pictures.partitions = (element, c, width) => {
  const parts = data.partitions;
  if (parts.length < 2) { return null; }
  const narrow = width < 560;
  const name = part => part.table + ' ' + part.partition;
  return {
    height: 22 * parts.length + 16,
    option: {
      grid: { left: room(parts.map(name), narrow ? 150 : 330), right: 76, top: 4, bottom: 4 },
      tooltip: { trigger: 'item', formatter: item => { const part = parts[item.dataIndex]; return tip(name(part) + ': ' + size(part.bytes) + ' in ' + count(part.files) + ' files, ' + count(part.rows) + ' rows'); } },
      xAxis: { type: 'value', show: false },
      yAxis: axis(c, {
        type: 'category', inverse: true, data: parts.map((_, i) => i), axisLine: { show: false }, splitLine: { show: false },
        axisLabel: names(c, i => name(parts[i]), narrow ? 140 : 320),
      }),
      series: [{
        type: 'bar', barWidth: 11, data: parts.map(part => part.bytes), itemStyle: { color: c.mark, borderRadius: 2 },
        label: { show: true, position: 'right', color: c.muted, formatter: item => size(item.value) },
      }],
    },
  };
};

pictures.lineage = (element, c, width) => {
  const nodes = data.lineage.nodes;
  if (!nodes.length) { return null; }
  const layers = [];
  nodes.forEach(node => (layers[node.layer] = layers[node.layer] || []).push(node));
  const filled = layers.filter(layer => layer);
  const tallest = Math.max(...filled.map(layer => layer.length));
  // A phone is high and not wide: there the layers go downwards.
  const down = width < 560;
  const place = new Map();
  filled.forEach((layer, x) => layer.forEach((node, y) => {
    const along = (x + 0.5) / filled.length, across = (y + 0.5) / layer.length;
    place.set(node.id, down ? [across, along] : [along, across]);
  }));
  const height = down ? 74 * filled.length : Math.max(110, 52 * tallest);
  const shade = { FILES: c.idle, SOURCE: c.flow, STEP: c['flow-2'], TABLE: c.mark };
  const room = down ? width / tallest : width / filled.length;
  // Nodes in one row have no height between them, and the chart would stretch it without end: its corners are nodes too.
  const corners = [[0, 0], [width, height]].map(([x, y]) => ({
    name: 'corner ' + x, x, y, symbolSize: 0, label: { show: false }, tooltip: { show: false },
  }));
  return {
    height,
    option: {
      tooltip: { formatter: item => item.dataType === 'node' ? tip(item.data.label0 + ' (' + item.data.detail + ')') : '' },
      series: [{
        type: 'graph', layout: 'none', left: 0, right: 0, top: 0, bottom: 0, roam: false, symbolSize: 12, edgeSymbol: ['none', 'arrow'], edgeSymbolSize: 7,
        label: { show: true, position: 'bottom', color: c.ink, fontSize: 12, formatter: item => plain(item.data.label0, Math.max(6, Math.floor(room / 7))) },
        lineStyle: { color: c.muted, opacity: 0.6, curveness: 0.04 },
        emphasis: { focus: 'adjacency' },
        data: corners.concat(nodes.map(node => ({
          name: node.id, label0: node.label, detail: node.detail, x: place.get(node.id)[0] * width, y: place.get(node.id)[1] * height,
          symbol: node.kind === 'TABLE' ? 'rect' : 'circle', itemStyle: { color: shade[node.kind] },
        }))),
        links: data.lineage.edges.map(edge => ({ source: edge.from, target: edge.to })),
      }],
    },
  };
};

start();
