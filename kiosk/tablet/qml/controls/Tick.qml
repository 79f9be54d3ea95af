import QtQuick
import QtQuick.Shapes
import ".."

// A check mark, drawn, because the typeface has none.
Item {
    id: root

    property color color: Theme.good
    property real weight: 8
    readonly property real unit: Math.min(width, height) / 84

    implicitWidth: Theme.icon
    implicitHeight: Theme.icon

    Shape {
        anchors.centerIn: parent
        width: 84 * root.unit
        height: 84 * root.unit
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: "transparent"
            strokeColor: root.color
            strokeWidth: root.weight * root.unit
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            scale: Qt.size(root.unit, root.unit)

            PathSvg {
                path: "M14 44 L34 64 L70 20"
            }
        }
    }
}
