"""The tablet's part of the guide for IT, followed as it stands: settings and commands are taken from it."""

import base64

from tests.guide import blocks, scripts, section
from tests.vm.desk import HOST
from tests.vm.steps import Tablet, stands_still

TITLE = "A tablet"
ADDRESS = "https://desk.example.org"
"""What stands in the guide for the hub's own."""
SETTINGS = "/etc/front-desk-kiosk/tablet.toml"


def follow(tablet: Tablet) -> None:
    """From a machine with the package to Welcome, by what the guide says to do after installing it."""
    machine, desk = tablet.machine, tablet.desk
    desk.hub.start()
    machine.start()
    machine.until(machine.booted, "the agent")
    (settings,) = [block for language, block in blocks(section(TITLE)) if language == "toml"]
    told = base64.b64encode(settings.replace(ADDRESS, f"http://{HOST}:{desk.hub.port}").encode()).decode()
    machine.run("sh", "-c", f"echo {told} | base64 -d >{SETTINGS}")
    # The first block has installed the package: see `image`.
    _, commands = scripts(TITLE)
    for command in commands:
        if command == "reboot":
            machine.off(command)
            machine.start()
        else:
            # The doctor calls it a fault that nobody has let the tablet in yet.
            tablet.tell(f"{command}\n{machine.run('sh', '-c', command, check=False)}")
    machine.until(lambda: bool(desk.code()), "the tablet to ask to be let in")
    machine.until(machine.booted, "the agent")
    stands_still(machine, name="1-code")
    desk.let_in()
    machine.until(tablet.shows_welcome, "Welcome", 120.0)
    machine.picture("2-welcome")
    doctor = next(command for command in commands if " doctor " in command)
    tablet.tell(f"{doctor}\n{machine.run('sh', '-c', doctor, check=False)}")
