import QtQuick
import QtQuick.Shapes
import QtQuick.VirtualKeyboard.Styles
import ".."
import "../controls"

// The face of one key. It is made before its key takes it, bit by bit, and then has no control yet.
KeyPanel {
    id: root

    property bool special: false
    property bool filled: false
    property string picture
    readonly property real unit: 7 * Theme.mm / 24

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.mm
        radius: 3 * Theme.mm
        color: root.control?.pressed ? Theme.actionTint : root.special ? Theme.keyboardSpecial : Theme.keyboardKey
        border.color: root.control?.pressed ? Theme.action : "transparent"
        border.width: root.control?.pressed ? Theme.borderThick : 0

        Label {
            anchors.centerIn: parent
            visible: root.picture === ""
            width: parent.width - 2 * Theme.mm
            text: root.control?.displayText ?? ""
            // Large text makes the widest letters of some scripts wider than a key.
            fontSizeMode: Text.HorizontalFit
            horizontalAlignment: Text.AlignHCenter
            font.weight: Font.DemiBold
            font.capitalization: root.control?.uppercased ? Font.AllUppercase : Font.MixedCase
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }

        Shape {
            anchors.centerIn: parent
            width: 24 * root.unit
            height: 24 * root.unit
            visible: root.picture !== ""
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                scale: Qt.size(root.unit, root.unit)
                strokeColor: Theme.ink
                strokeWidth: 2.2 * root.unit
                fillColor: root.filled ? Theme.ink : "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: root.picture
                }
            }
        }
    }
}
