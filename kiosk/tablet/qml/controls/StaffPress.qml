import QtQuick
import ".."

// Held long enough on the logo, it asks for the staff. Patients need not know of it.
TapHandler {
    margin: Theme.marginSmall
    gesturePolicy: TapHandler.WithinBounds
    longPressThreshold: Theme.staffPressMs / 1000
}
