import QtQuick
import QtQuick.Shapes
import ".."

// One star of the scale, filled or empty.
Item {
    id: root

    property bool filled: false
    readonly property real unit: Math.min(width, height) / 100

    implicitWidth: Theme.icon
    implicitHeight: Theme.icon

    Shape {
        anchors.centerIn: parent
        width: 100 * root.unit
        height: 100 * root.unit
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: root.filled ? Theme.star : Theme.card
            strokeColor: root.filled ? Theme.starEdge : Theme.starEmptyEdge
            strokeWidth: 3.6 * root.unit
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)

            PathSvg {
                path: "M50 5 L63.5 35.5 L96.5 39 L71.8 61.2 L78.8 93.8 L50 77 L21.2 93.8 L28.2 61.2 L3.5 39 L36.5 35.5 Z"
            }
        }
    }
}
