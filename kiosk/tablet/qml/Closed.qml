import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import "controls"

// In the place of Welcome while the practice is closed.
Screen {
    id: root

    required property ClosedModel model
    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort

    function again(): string {
        const time = root.model.time;
        if (root.model.opensIn === 0)
            return qsTr("We open again today at %1.").arg(time);
        if (root.model.opensIn === 1)
            return qsTr("We open again tomorrow at %1.").arg(time);
        switch (root.model.weekday) {
        case 1:
            return qsTr("We open again on Monday at %1.").arg(time);
        case 2:
            return qsTr("We open again on Tuesday at %1.").arg(time);
        case 3:
            return qsTr("We open again on Wednesday at %1.").arg(time);
        case 4:
            return qsTr("We open again on Thursday at %1.").arg(time);
        case 5:
            return qsTr("We open again on Friday at %1.").arg(time);
        case 6:
            return qsTr("We open again on Saturday at %1.").arg(time);
        default:
            return qsTr("We open again on Sunday at %1.").arg(time);
        }
    }

    first: help
    spacing: (Theme.compact ? 2 : 4) * Theme.mm
    helping: root.model.reachable
    onHelpAsked: root.flow.help()

    behind: Sun {
        anchors.right: parent.right
        anchors.rightMargin: -32 * Theme.mm
        y: root.height - 78 * Theme.mm
        hour: "evening"
    }

    RowLayout {
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.target
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
            narrow: root.narrow
        }

        ComfortButton {
            comfort: root.comfort
        }
    }

    Item {
        Layout.fillHeight: true
    }

    Label {
        objectName: "closedHeading"
        Layout.fillWidth: true
        text: qsTr("We are closed.")
        font.pixelSize: Theme.displaySize
        font.bold: true
        lineHeight: 0.88
        Accessible.role: Accessible.Heading
    }

    Label {
        objectName: "opensAgain"
        Layout.fillWidth: true
        text: root.model.byStaff ? qsTr("The office is closed for now.") : root.again()
        font.pixelSize: Theme.leadSize
        font.weight: Font.DemiBold
    }

    Label {
        Layout.fillWidth: true
        visible: root.height > 110 * Theme.mm
        text: qsTr("Have a good rest, and take care.")
        color: Theme.soft
    }

    Item {
        Layout.fillHeight: true
        Layout.preferredHeight: 2
    }

    BigButton {
        id: help

        objectName: "helpButton"
        Layout.alignment: Qt.AlignRight
        Layout.fillWidth: root.portrait
        visible: root.model.reachable && !root.paged
        text: qsTr("I need help")
        onClicked: root.flow.help()
    }
}
