extension HTMLPage {
  /// Two hues that people with any colour vision tell apart, in light and in dark.
  static let style = """

    :root { color-scheme: light dark; --agent: #2b6ca3; --customer: #c8742b; --ink: #222;
      --quiet: #6b6b6b; --line: #ddd; --paper: #fff; --both: #333; }
    @media (prefers-color-scheme: dark) { :root { --agent: #6cabdf; --customer: #e6a060;
      --ink: #ddd; --quiet: #999; --line: #3a3a3a; --paper: #181818; --both: #eee; } }
    body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
    h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1rem; margin: 2rem 0 .4rem; }
    .quiet { color: var(--quiet); margin: .2rem 0; } .notice { font-weight: 600; }
    svg { display: block; width: 100%; margin: .8rem 0; } svg text { fill: var(--quiet); }
    .agent { fill: var(--agent); background: var(--agent); stroke: var(--agent); }
    .customer { fill: var(--customer); background: var(--customer); stroke: var(--customer); }
    .both { fill: var(--both); background: var(--both); }
    .neither, .unheard { fill: var(--line); background: var(--quiet); }
    .dead { stroke: var(--quiet); stroke-dasharray: 4 4; } .tick { stroke: var(--line); }
    rect { stroke: none; } .hollow { fill: var(--paper); stroke-width: 1.5; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
    th { text-align: left; font-weight: normal; color: var(--quiet); padding-right: 1.5rem; }
    td { padding: .1rem 1.5rem .1rem 0; } .part { padding-left: 1rem; }
    .bar { width: 24rem; } .bar div { height: .7rem; }
    dl { display: grid; grid-template-columns: 7rem 1fr; margin-top: 1.5rem; }
    dt { font-weight: 600; } dd { margin: 0; }

    """
}
