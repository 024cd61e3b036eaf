package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/// A search line that hands over its words while they are typed.
@Tag("input")
final class LiveText extends Component {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 150;

    LiveText(String name, Consumer<String> typed) {
        getElement().setAttribute("type", "search").setAttribute("class", "input").setAttribute("placeholder", name).setAttribute("aria-label", name).setAttribute("autocomplete", "off");
        getElement().addEventListener("input", event -> typed.accept(event.getEventData().get("element.value").asString()))
                .addEventData("element.value").debounce(PAUSE_MILLIS);
    }

    void focus() {
        getElement().executeJs("setTimeout(() => this.focus())");
    }
}
