pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"
import "staff"

// Behind the logo and a PIN.
Screen {
    id: root

    required property StaffModel model
    required property PinPadModel pinPad
    required property StatusModel status
    required property ClosedModel closed
    required property Flow flow
    readonly property bool within: ["status", "leave", "restart"].includes(model.view)

    first: done
    paper: Theme.staffPaper
    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DarkButton {
            objectName: "staffBackButton"
            visible: root.within
            text: qsTr("‹ Back")
            Accessible.name: qsTr("Back")
            onClicked: root.model.look(root.model.view === "restart" ? "status" : "home")
        }

        Label {
            Layout.fillWidth: true
            text: root.model.view === "status" ? qsTr("This tablet") : root.model.view === "leave" ? qsTr("Leave") : root.model.view === "restart" ? qsTr("Restart") : qsTr("Staff")
            color: Theme.staffInk
            font.pixelSize: Theme.titleSize
            font.bold: true
            // Between two buttons there may be no room for it.
            opacity: root.within && root.width < 120 * Theme.mm ? 0 : 1
            Accessible.role: Accessible.Heading
        }

        DarkButton {
            id: done

            objectName: "staffDoneButton"
            text: qsTr("Done")
            onClicked: root.flow.home()
        }
    }

    Loader {
        id: body

        function enter(): void {
            if (body.activeFocus && body.Window.activeFocusItem === body)
                body.nextItemInFocusChain(true)?.forceActiveFocus();
        }

        Layout.fillWidth: true
        Layout.fillHeight: true
        focus: true
        onLoaded: body.enter()
        // What was on it may be done, and gone.
        Window.onActiveFocusItemChanged: Qt.callLater(body.enter)
        sourceComponent: {
            switch (root.model.view) {
            case "pin":
                return pin;
            case "who":
                return who;
            case "home":
                return home;
            case "status":
                return status;
            case "leave":
            case "restart":
                return confirm;
            default:
                return unset;
            }
        }

        Component {
            id: unset

            Label {
                objectName: "notSetUp"
                text: qsTr("The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.")
                color: Theme.staffInk
                verticalAlignment: Text.AlignVCenter
            }
        }

        Component {
            id: pin

            PinPad {
                model: root.pinPad
            }
        }

        Component {
            id: who

            WhoAreYou {
                model: root.model
                columns: root.portrait ? 1 : 2
            }
        }

        Component {
            id: home

            StaffHome {
                model: root.model
                status: root.status
                closed: root.closed
                wide: root.width > 190 * Theme.mm
            }
        }

        Component {
            id: status

            TabletStatus {
                model: root.status
                staff: root.model
                wide: !root.portrait
            }
        }

        Component {
            id: confirm

            Confirm {
                model: root.model
            }
        }
    }
}
