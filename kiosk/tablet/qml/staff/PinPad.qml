pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Models
import ".."
import "../controls"

// Digits, large, or those of a real keyboard; what is typed shows as dots.
GridLayout {
    id: root

    required property PinPadModel model
    readonly property bool upright: height > width
    // As on a telephone, or in two rows where the screen is low.
    readonly property bool low: height < 4 * Theme.target + 3 * Theme.gap
    readonly property var keys: low ? [1, 2, 3, 4, 5, -1, 6, 7, 8, 9, 0, -2] : [1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2]

    Keys.onPressed: event => {
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            root.model.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.model.enter();
        else if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete)
            root.model.clear();
        else
            return;
        event.accepted = true;
    }

    columns: upright || low ? 1 : 2
    columnSpacing: 8 * Theme.mm
    rowSpacing: low ? Theme.gap : 8 * Theme.mm

    GridLayout {
        Layout.fillWidth: true
        Layout.alignment: root.upright ? Qt.AlignBottom : Qt.AlignVCenter
        columns: root.low ? 2 : 1
        columnSpacing: 4 * Theme.mm
        rowSpacing: 4 * Theme.mm

        Label {
            objectName: "pinMessage"
            Layout.fillWidth: true
            text: root.model.waitSeconds > 0 ? qsTr("Wrong PIN. Please wait %1 s.").arg(root.model.waitSeconds) : root.model.wrong ? qsTr("Wrong PIN. Please try again.") : qsTr("Your PIN, please.")
            color: Theme.staffInk
            font.weight: Font.DemiBold
            horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
            Accessible.role: Accessible.AlertMessage
        }

        Item {
            id: typed

            objectName: "pinTyped"
            Layout.alignment: root.upright ? Qt.AlignHCenter : Qt.AlignLeft
            implicitWidth: dots.implicitWidth
            implicitHeight: dots.implicitHeight
            // Here a real keyboard types, and Enter is no key of the pad.
            activeFocusOnTab: true
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digit(s)", "", root.model.count)

            FocusRing {
                anchors.margins: -1.6 * Theme.mm
                shown: typed.activeFocus && Theme.byKeys
                border.color: Theme.staffInk
            }

            Row {
                id: dots

                spacing: 1.6 * Theme.mm

                Repeater {
                    model: 8

                    Rectangle {
                        required property int index

                        width: 4 * Theme.mm
                        height: width
                        radius: width / 2
                        color: index < root.model.count ? Theme.star : "transparent"
                        border.color: Theme.staffSoft
                        border.width: Theme.border
                    }
                }
            }
        }
    }

    GridLayout {
        Layout.alignment: root.upright ? Qt.AlignHCenter | Qt.AlignTop : Qt.AlignVCenter | Qt.AlignRight
        columns: root.low ? 6 : 3
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Repeater {
            model: root.keys

            DarkButton {
                required property int modelData

                objectName: modelData >= 0 ? "key" + modelData : modelData === -1 ? "keyClear" : "keyOk"
                Layout.fillWidth: true
                Layout.preferredWidth: root.low ? Theme.target : Math.max(implicitWidth, 26 * Theme.mm)
                Layout.minimumWidth: Theme.target
                side: Theme.mm
                bright: modelData === -2
                enabled: root.model.waitSeconds === 0 && (modelData !== -2 || root.model.enough)
                text: modelData >= 0 ? modelData : modelData === -1 ? qsTr("Clear") : qsTr("OK")
                onClicked: {
                    if (modelData >= 0)
                        root.model.press(modelData);
                    else if (modelData === -1)
                        root.model.clear();
                    else
                        root.model.enter();
                }
            }
        }
    }
}
