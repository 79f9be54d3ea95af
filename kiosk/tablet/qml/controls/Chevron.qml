import QtQuick
import QtQuick.Shapes
import ".."

// Points down, or where it is turned to.
Item {
    id: root

    property color color: Theme.ink

    implicitWidth: 8 * Theme.mm
    implicitHeight: 8 * Theme.mm

    Shape {
        anchors.centerIn: parent
        width: 8 * Theme.mm
        height: 8 * Theme.mm
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            scale: Qt.size(Theme.mm, Theme.mm)
            strokeColor: root.color
            strokeWidth: 1.1 * Theme.mm
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: "M1 2.6 L4 5.8 L7 2.6"
            }
        }
    }
}
