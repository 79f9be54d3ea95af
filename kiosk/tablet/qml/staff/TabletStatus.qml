pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// How this tablet is doing.
ColumnLayout {
    id: root

    required property StatusModel model
    required property StaffModel staff
    property bool wide: true
    readonly property bool narrow: width < 110 * Theme.mm
    readonly property var lines: [
        {
            name: qsTr("Desk"),
            value: Words.link(model.link, model.since)
        },
        {
            name: qsTr("Unsent"),
            value: model.unsent < 0 ? qsTr("not known") : model.unsent
        },
        {
            name: qsTr("Refused by the hub"),
            value: model.rejected < 0 ? qsTr("not known") : model.rejected
        },
        {
            name: qsTr("Receipt"),
            value: model.receipt === "agrees" ? qsTr("the hub has all %1").arg(model.compared) : model.receipt === "differs" ? qsTr("the hub does not have all %1").arg(model.compared) : qsTr("not asked for yet")
        },
        {
            name: qsTr("Storage"),
            value: model.free ? qsTr("%1 GB free").arg(model.free) : qsTr("not known")
        },
        {
            name: qsTr("Clock"),
            value: model.clock
        },
        {
            name: qsTr("Version"),
            value: model.version
        },
        {
            name: qsTr("Screen"),
            value: model.screen
        }
    ]

    GridLayout {
        objectName: "statusLines"
        Layout.fillWidth: true
        columns: root.narrow ? 1 : 2
        columnSpacing: 6 * Theme.mm
        rowSpacing: Theme.mm

        Repeater {
            model: root.lines

            Label {
                required property var modelData
                required property int index

                Layout.row: root.narrow ? 2 * index : index
                Layout.column: 0
                Layout.preferredWidth: root.wide ? 70 * Theme.mm : 44 * Theme.mm
                Layout.fillWidth: root.narrow
                Layout.alignment: Qt.AlignTop
                text: modelData.name
                color: Theme.staffSoft
            }
        }

        Repeater {
            model: root.lines

            Label {
                required property var modelData
                required property int index

                Layout.row: root.narrow ? 2 * index + 1 : index
                Layout.column: root.narrow ? 0 : 1
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                text: modelData.value
                color: Theme.staffInk
                font.weight: Font.DemiBold
            }
        }
    }

    Label {
        objectName: "refusedWords"
        Layout.fillWidth: true
        visible: root.model.link === "refused"
        text: qsTr("Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.")
        color: Theme.staffInk
    }

    DarkButton {
        objectName: "restartButton"
        Layout.maximumWidth: root.width
        text: qsTr("Restart the kiosk")
        onClicked: root.staff.look("restart")
    }
}
