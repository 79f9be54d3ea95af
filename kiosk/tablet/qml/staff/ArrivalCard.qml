pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// One arrival that waits to be seen, with the patient's name.
Rectangle {
    id: root

    required property StaffModel model
    required property string visit
    required property string ticket
    required property string name
    required property int seconds
    required property string by
    required property bool saving

    implicitHeight: column.implicitHeight + 5 * Theme.mm
    radius: Theme.radius
    color: Theme.staffCard

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: 2.5 * Theme.mm
        spacing: 2.4 * Theme.mm

        RowLayout {
            Layout.fillWidth: true
            spacing: 3.5 * Theme.mm

            Rectangle {
                Layout.preferredWidth: Math.max(14 * Theme.mm, code.implicitWidth + 5 * Theme.mm)
                Layout.preferredHeight: Math.max(10 * Theme.mm, code.implicitHeight)
                radius: 2.7 * Theme.mm
                color: Theme.action

                Label {
                    id: code

                    anchors.centerIn: parent
                    text: root.ticket
                    color: Theme.actionInk
                    font.bold: true
                    wrapMode: Text.NoWrap
                }
            }

            GridLayout {
                Layout.fillWidth: true
                columns: root.width < 4 * Theme.target + 6 * Theme.gap ? 1 : 2
                columnSpacing: 3.5 * Theme.mm
                rowSpacing: 0

                Label {
                    Layout.fillWidth: true
                    text: root.name ? root.name : qsTr("no name")
                    color: root.name ? Theme.staffInk : Theme.staffSoft
                    elide: Text.ElideRight
                    maximumLineCount: 2
                }

                Label {
                    text: Words.age(root.seconds)
                    visible: root.by === ""
                    color: Theme.staffSoft
                    wrapMode: Text.NoWrap
                }
            }
        }

        RowLayout {
            Layout.fillWidth: true
            visible: root.by !== ""
            spacing: 3 * Theme.mm

            Tick {
                Layout.preferredWidth: 8 * Theme.mm
                Layout.preferredHeight: 8 * Theme.mm
                color: Theme.star
                weight: 12
            }

            Label {
                Layout.fillWidth: true
                Layout.preferredHeight: Theme.target
                text: qsTr("Seen by %1").arg(root.by)
                color: Theme.staffInk
                font.weight: Font.DemiBold
                verticalAlignment: Text.AlignVCenter
            }
        }

        GridLayout {
            Layout.fillWidth: true
            visible: root.by === ""
            columns: root.width < 4 * Theme.target + 6 * Theme.gap ? 2 : 4
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap

            Repeater {
                model: [-1, 5, 10, 20]

                DarkButton {
                    required property int modelData

                    objectName: "seen-" + root.ticket + (modelData < 0 ? "" : "-" + modelData)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 25 * Theme.mm
                    Layout.minimumWidth: Theme.target
                    side: Theme.mm
                    bright: modelData < 0
                    enabled: !root.saving
                    text: modelData < 0 ? qsTr("Seen") : qsTr("%n min", "", modelData)
                    Accessible.name: modelData < 0 ? qsTr("%1 seen").arg(root.ticket) : qsTr("%1 seen, wait about %n minute(s)", "", modelData).arg(root.ticket)
                    onClicked: root.model.seen(root.visit, modelData)
                }
            }
        }
    }
}
