/// How all pages look: two hues that people with any colour vision tell apart, in light, in dark and
/// on paper, from the width of a telephone on.
enum PageStyle {
  static let text = """

    :root { color-scheme: light dark; --agent: #1d5f9e; --customer: #a8501a; --ink: #1c1c1c;
      --quiet: #595959; --line: #d4d4d4; --paper: #fff; --raised: #f5f5f3; --both: #2b2b2b;
      --good: #1c6b3c; --advice: #7a4b00; --focus: #1d5f9e; }
    @media (prefers-color-scheme: dark) { :root { --agent: #78b6ea; --customer: #eda562;
      --ink: #e6e6e6; --quiet: #a9a9a9; --line: #444; --paper: #161616; --raised: #212121;
      --both: #f2f2f2; --good: #7fd0a0; --advice: #f0c36a; --focus: #9ccbf2; } }
    * { box-sizing: border-box; }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 66rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; }
    h2 { font-size: 1.15rem; margin: 2.25rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    p { margin: .4rem 0; max-width: 46rem; } ul { padding-left: 1.25rem; margin: .4rem 0; }
    .quiet { color: var(--quiet); } .small { font-size: .875rem; }
    .verdict { font-size: 1.2rem; max-width: 46rem; margin: 1rem 0; }
    .notice { border: 2px solid currentColor; padding: .5rem .75rem; font-weight: 600; }
    a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    button, input, select, textarea { font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--quiet); border-radius: .3rem; padding: .35rem .7rem;
      min-height: 2.4rem; max-width: 100%; }
    button { cursor: pointer; background: var(--raised); }
    button[aria-pressed="true"] { background: var(--ink); color: var(--paper); }
    input[type="checkbox"] { min-height: 0; width: 1.15rem; height: 1.15rem;
      vertical-align: -.2rem; margin-right: .4rem; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      gap: 1rem; margin: 1rem 0; }
    .pair section { border-left: .3rem solid; padding: 0 0 0 .9rem; }
    .pair h2 { margin: 0 0 .3rem; }
    .good { border-color: var(--good); } .good h2 { color: var(--good); }
    .advice { border-color: var(--advice); } .advice h2 { color: var(--advice); }
    .good h2::before { content: "\\2713\\00a0"; } .advice h2::before { content: "\\2192\\00a0"; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr));
      gap: .75rem; padding: 0; margin: 1.5rem 0; list-style: none; }
    .tiles li { background: var(--raised); border-radius: .4rem; padding: .6rem .8rem; }
    .tiles b { display: block; font-size: 1.4rem; line-height: 1.3; font-weight: 600; }
    .tiles span { display: block; font-size: .875rem; color: var(--quiet); }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: .5rem 0; }
    svg { display: block; } .defs { position: absolute; }
    svg text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
    .agent { fill: var(--agent); stroke: var(--agent); }
    .customer { fill: var(--customer); stroke: var(--customer); }
    .both { fill: var(--both); } .hollow { fill: var(--paper); }
    .unheard { fill: url(#hatch); } .tick { stroke: var(--line); }
    .still { fill: none; stroke: var(--quiet); stroke-width: 2; stroke-dasharray: 3 3; }
    .lane { stroke: none; } .mark { stroke-width: 1.6; }
    .here { stroke: var(--ink); stroke-width: 2; fill: none; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .4rem; }
    .names { display: flex; gap: 1.25rem; flex-wrap: wrap; margin: .5rem 0; padding: 0;
      list-style: none; font-size: .875rem; }
    .names li { display: flex; align-items: center; gap: .4rem; }
    .bands { display: none; }
    .moments { list-style: none; padding: 0; }
    .moments > li { border-top: 1px solid var(--line); padding: .75rem 0; }
    .moments > li:target, .moments > li.chosen { background: var(--raised); }
    .moments p { margin: .15rem 0; } .moments audio { width: 100%; max-width: 24rem; }
    .moments .who { font-weight: 600; }
    .dot { display: inline-block; width: .8rem; height: .8rem; vertical-align: -.05rem;
      margin-right: .4rem; }
    .wrong .who { text-decoration: line-through; }
    .wide { overflow-x: auto; margin: .75rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9375rem; }
    caption { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
    th, td { text-align: left; font-weight: normal; padding: .3rem 1.25rem .3rem 0;
      border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: normal; }
    thead th, thead td { color: var(--quiet); border-top: 0; } .number { text-align: right; }
    td.number, th.date { white-space: nowrap; }
    .found audio { display: block; width: 100%; max-width: 24rem; margin: .2rem 0 .6rem; }
    th button { border: 0; padding: 0; min-height: 1.75rem; background: none;
      color: var(--quiet); text-decoration: underline; text-align: inherit; }
    .part { padding-left: 1.25rem; }
    .marked { font-weight: 600; }
    dl { display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: .3rem 1.25rem;
      margin: .75rem 0; } dt { font-weight: 600; } dd { margin: 0; }
    .card { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
    .card h2, .card h3 { margin-top: 0; } .card audio { width: 100%; }
    .card textarea, .contest textarea { width: 100%; max-width: 46rem; }
    .answers { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
    .answers button { flex: 1 1 7rem; min-height: 3rem; }
    progress { width: 100%; height: .6rem; accent-color: var(--agent); }
    [hidden] { display: none !important; } .sideways { display: none; }
    @media screen and (max-width: 40rem) {
      .sideways { display: block; margin-top: 0; } .spare { display: none; } .wide { border-right: 1px solid var(--line); }
      .wide th[scope="row"], .wide thead tr > :first-child { position: sticky; left: 0;
        background: var(--paper); padding-right: .75rem; min-width: 5.5rem; max-width: 9rem;
        overflow-wrap: anywhere; } th, td { padding-right: .9rem; } }
    @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dt { margin-top: .5rem; } }
    @media print {
      :root { color-scheme: light; --agent: #1d5f9e; --customer: #a8501a; --ink: #000;
        --quiet: #444; --line: #bbb; --paper: #fff; --raised: #fff; --both: #000;
        --good: #1c6b3c; --advice: #7a4b00; }
      body { max-width: none; padding: 0; font-size: 10.5pt; }
      .strip, .tools, .contest, audio, .screen { display: none !important; }
      .bands { display: block; } .bands svg { margin: .4rem 0; }
      section, .bands svg, tr, .moments > li, .tiles li { break-inside: avoid; }
      section.long { break-inside: auto; } h2, h3, caption, thead { break-after: avoid; }
      .wide { overflow: visible; } table { font-size: 8.5pt; } th, td { padding-right: .6rem; }
      td.number { white-space: normal; } .agent, .customer, .both { print-color-adjust: exact; }
    }

    """
}
