import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

Screen {
    id: root

    required property WelcomeModel model
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort

    first: arrive
    spacing: Theme.compact ? Theme.gap : 4 * Theme.mm
    helping: true
    onHelpAsked: root.flow.help()

    behind: Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: -44 * Theme.mm
        hour: root.model.greeting
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 3 * Theme.mm

        Logo {
            source: root.model.logo

            StaffPress {
                onLongPressed: root.flow.staff()
            }
        }

        Label {
            Layout.fillWidth: true
            // The sign alone, where there is no room for the name in full.
            opacity: Theme.compact ? 0 : 1
            text: root.model.practice
            font.bold: true
            elide: Text.ElideRight
            maximumLineCount: 2
        }

        LanguageBar {
            language: root.language
            narrow: root.narrow || Theme.compact
        }

        ComfortButton {
            comfort: root.comfort
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.topMargin: root.portrait && !Theme.compact ? Theme.mm : 0
        spacing: Theme.mm

        Label {
            Layout.fillWidth: true
            text: root.model.greeting === "morning" ? qsTr("Good morning.") : root.model.greeting === "afternoon" ? qsTr("Good afternoon.") : qsTr("Good evening.")
            font.pixelSize: Theme.displaySize
            font.bold: true
            lineHeight: 0.88
            Accessible.role: Accessible.Heading
        }

        Label {
            Layout.fillWidth: true
            visible: !Theme.compact && !root.tight
            text: root.model.line || qsTr("We’re glad you’re here.")
            color: Theme.soft
        }
    }

    GridLayout {
        Layout.fillWidth: true
        Layout.fillHeight: true
        columns: root.portrait ? 1 : 2
        columnSpacing: 4 * Theme.mm
        rowSpacing: 4 * Theme.mm

        Door {
            id: arrive

            objectName: "arriveDoor"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.horizontalStretchFactor: 62
            Layout.preferredWidth: least
            Layout.minimumWidth: least
            primary: true
            text: qsTr("I’ve just arrived")
            detail: qsTr("Tell the desk you are here")
            onClicked: root.flow.arrive()

            picture: Tick {
                width: 14 * Theme.mm
                height: width
                color: Theme.actionInk
                weight: 7
            }
        }

        Door {
            objectName: "leaveDoor"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.horizontalStretchFactor: 38
            Layout.preferredWidth: least
            Layout.minimumWidth: least
            text: qsTr("I’m leaving")
            detail: qsTr("Rate your visit")
            onClicked: root.flow.leave()

            picture: StarRow {
                size: 10 * Theme.mm
                Accessible.ignored: true
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columns: root.portrait ? 1 : 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap

        WaitingStrip {
            Layout.fillWidth: true
            visible: implicitHeight > 0
            rows: root.model.strip
            waiting: root.model.waiting
            upright: root.portrait
        }

        BigButton {
            objectName: "helpButton"
            visible: !root.paged
            Layout.fillWidth: root.portrait
            side: 5 * Theme.mm
            text: qsTr("I need help")
            onClicked: root.flow.help()
        }
    }
}
