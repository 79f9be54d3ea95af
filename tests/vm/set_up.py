"""The tablet's part of the guide for IT, followed as it stands: settings and commands are taken from it."""

from tests.guide import blocks, scripts, section
from tests.vm.desk import HOST
from tests.vm.steps import Tablet, let_in

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
    machine.write(SETTINGS, settings.replace(ADDRESS, f"http://{HOST}:{desk.hub.port}").encode())
    # The first block has installed the package: see `image`.
    _, commands = scripts(TITLE)
    for command in commands:
        if command == "reboot":
            machine.off(command)
            machine.start()
        else:
            # The doctor calls it a fault that nobody has let the tablet in yet.
            tablet.tell(f"{command}\n{machine.run('sh', '-c', command, check=False)}")
    let_in(tablet)
    doctor = next(command for command in commands if " doctor " in command)
    tablet.tell(f"{doctor}\n{machine.run('sh', '-c', doctor, check=False)}")
