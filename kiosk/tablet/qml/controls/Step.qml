import QtQuick
import QtQuick.Layouts
import ".."

// One honest step: a mark only when it is true.
RowLayout {
    id: root

    property string text
    property string detail
    property bool done: false

    spacing: 4 * Theme.mm
    Accessible.role: Accessible.StaticText
    Accessible.name: root.done ? qsTr("Done: %1").arg(root.text + " " + root.detail) : qsTr("Not yet: %1").arg(root.text)

    Rectangle {
        Layout.preferredWidth: Theme.icon
        Layout.preferredHeight: Theme.icon
        Layout.alignment: Qt.AlignVCenter
        radius: width / 2
        color: root.done ? Theme.goodTint : Theme.card
        border.color: root.done ? Theme.good : Theme.edge
        border.width: root.done ? Theme.border : Theme.borderThick

        Tick {
            anchors.centerIn: parent
            width: parent.width * 0.62
            height: width
            weight: 12
            visible: opacity > 0
            opacity: root.done ? 1 : 0

            Behavior on opacity {
                enabled: Theme.motion

                NumberAnimation {
                    duration: Theme.gentleMs
                }
            }
        }
    }

    ColumnLayout {
        spacing: 0

        Label {
            Layout.fillWidth: true
            text: root.text
            color: root.done ? Theme.ink : Theme.soft
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }

        Label {
            Layout.fillWidth: true
            text: root.detail
            visible: text !== ""
            color: Theme.soft
            Accessible.ignored: true
        }
    }
}
