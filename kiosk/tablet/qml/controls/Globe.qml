import QtQuick
import QtQuick.Shapes
import ".."

// Stands for all languages: known everywhere, and written in none of them.
Item {
    id: root

    readonly property real unit: Math.min(width, height) / 24

    implicitWidth: Theme.icon
    implicitHeight: Theme.icon

    Shape {
        anchors.centerIn: parent
        width: 24 * root.unit
        height: 24 * root.unit
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.ink
            strokeWidth: 1.8 * root.unit
            scale: Qt.size(root.unit, root.unit)

            PathSvg {
                path: "M12 2 A10 10 0 1 0 12 22 A10 10 0 1 0 12 2 M12 2 C6 7 6 17 12 22 M12 2 C18 7 18 17 12 22 M3.4 8.5 H20.6 M3.4 15.5 H20.6"
            }
        }
    }
}
