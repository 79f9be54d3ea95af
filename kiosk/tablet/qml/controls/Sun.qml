import QtQuick
import QtQuick.Shapes
import ".."

// A quiet sun behind the greeting. It stands still.
Shape {
    id: root

    property string hour: "morning"
    readonly property real size: 130 * Theme.mm
    readonly property color glow: hour === "morning" ? Theme.sunMorning : hour === "afternoon" ? Theme.sunAfternoon : Theme.sunEvening

    width: size
    height: size

    ShapePath {
        strokeWidth: -1

        fillGradient: RadialGradient {
            centerX: root.size / 2
            centerY: root.size / 2
            centerRadius: root.size / 2
            focalX: centerX
            focalY: centerY

            GradientStop {
                position: 0
                color: root.glow
            }

            GradientStop {
                position: 0.45
                color: Qt.rgba(root.glow.r, root.glow.g, root.glow.b, 0.55)
            }

            GradientStop {
                position: 1
                color: Qt.rgba(root.glow.r, root.glow.g, root.glow.b, 0)
            }
        }

        PathRectangle {
            width: root.size
            height: root.size
        }
    }
}
