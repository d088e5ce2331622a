"""A browser that nothing is shown on, and what is wrong with a page that it is given."""

import json
import pathlib
import subprocess
import sys
import venv

from support.check import ROOT

TOOLS = ["selenium==4.27.1", "axe-playwright-python==0.1.8"]
ENVIRONMENT = ROOT / ".build" / "pages"


def ensure_tools():
    """Runs the program again with Selenium and axe, which live in an environment made once."""
    if sys.prefix == str(ENVIRONMENT):
        return
    python = ENVIRONMENT / "bin" / "python"
    done = ENVIRONMENT / "installed.txt"
    if not done.exists() or done.read_text() != "\n".join(TOOLS):
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, TOOLS[0]], check=True)
        # Of the second only axe.min.js is wanted, not the browsers that it brings.
        subprocess.run([*pip, "--no-deps", TOOLS[1]], check=True)
        done.write_text("\n".join(TOOLS))
    sys.exit(subprocess.run([python, *sys.argv]).returncode)


# What is wrong with the tables as they stand: one that is wider than its box must scroll within it, be
# reached by keys, say so in words, and keep its first column in sight.
CUT_TABLES = """
  const found = [];
  for (const table of document.querySelectorAll("table")) {
    if (!table.getClientRects().length) continue;
    const name = table.caption ? table.caption.textContent : "a table";
    // Six lines of words are the most; more are letters one below the other.
    if ([...table.tHead.rows[0].cells].some((cell) => cell.getBoundingClientRect().height > 160))
      found.push(`${name} breaks its headings into letters`);
    const box = table.parentElement, edge = () => box.getBoundingClientRect();
    if (table.getBoundingClientRect().width <= edge().width + 1) continue;
    const style = getComputedStyle(box);
    if (matchMedia("print").matches) { found.push(`${name} is cut on paper`); continue; }
    if (!/auto|scroll/.test(style.overflowX) || box.tabIndex < 0) found.push(`${name} is cut and does not scroll`);
    const hint = box.nextElementSibling;
    if (!hint || !hint.matches(".sideways") || !hint.getClientRects().length)
      found.push(`${name} is cut and does not say that it goes on`);
    box.scrollLeft = table.scrollWidth;
    const cells = table.tBodies[0].rows[0].cells, first = cells[0].getBoundingClientRect();
    if (cells[cells.length - 1].getBoundingClientRect().right > edge().right + 1)
      found.push(`${name} hides its last column`);
    if (first.left < edge().left - 1) found.push(`${name} loses its first column`);
    if (first.width > edge().width / 2) found.push(`${name} has no room beside its first column`);
    box.scrollLeft = 0;
  }
  return found;"""


class Browser:
    """Chromium without a window."""

    def __init__(self):
        from selenium import webdriver
        from selenium.webdriver.chrome.service import Service

        options = webdriver.ChromeOptions()
        for argument in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--hide-scrollbars", "--disable-background-networking", "--no-first-run"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, Service("/usr/bin/chromedriver"))
        package = next(ENVIRONMENT.glob("lib/python*/site-packages/axe_playwright_python"))
        self.axe = (package / "axe.min.js").read_text()

    def open(self, page, width=1280, dark=False, media="screen"):
        command = self.driver.execute_cdp_cmd
        command("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        command("Emulation.setEmulatedMedia", {
            "media": media,
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        for log in ("browser", "performance"):
            self.driver.get_log(log)
        self.driver.get(pathlib.Path(page).resolve().as_uri())

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def picture(self, path):
        import base64

        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"captureBeyondViewport": True, "format": "png"})
        pathlib.Path(path).write_bytes(base64.b64decode(shot["data"]))

    def problems(self):
        """What is wrong with the page as it stands, in lines."""
        found = [f"console: {entry['message']}" for entry in self.driver.get_log("browser")
                 if entry["level"] != "DEBUG"]
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith("data:") and url.split("#")[0] != self.driver.current_url.split("#")[0]:
                    found.append(f"request: {url}")
        wide = self.run("return document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            found.append(f"sideways scroll: {wide} pixels")
        found += self.run(CUT_TABLES)
        if self.run("return window.harmed === true"):
            found.append("markup in a name was run")
        # axe is handed to the page through the debugger, since the page's policy refuses scripts.
        self.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": self.axe})
        result = self.driver.execute_cdp_cmd("Runtime.evaluate", {
            "expression": "axe.run().then((found) => JSON.stringify(found.violations))",
            "awaitPromise": True, "returnByValue": True})
        for violation in json.loads(result["result"]["value"]):
            places = [node["html"][:120] for node in violation["nodes"][:3]]
            found.append(f"axe {violation['id']}: {places}")
        return found

    def close(self):
        self.driver.quit()
