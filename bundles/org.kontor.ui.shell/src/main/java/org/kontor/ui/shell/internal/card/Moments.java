package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Moments as people say them: "5 minutes ago", with the exact one as title.
final class Moments {
    /// Keeps all `time` elements below an element in words, also those that are added later; the browser knows the grammar of its language.
    static final String KEEP_SPEAKING = """
            const units = [['year', 31536e6], ['month', 2592e6], ['week', 6048e5], ['day', 864e5], ['hour', 36e5], ['minute', 6e4], ['second', 1e3]];
            const words = new Intl.RelativeTimeFormat(document.documentElement.lang || 'en', {numeric: 'auto'});
            const say = () => this.querySelectorAll('time[datetime]').forEach(time => {
              const ms = new Date(time.dateTime) - Date.now();
              const [unit, size] = units.find(each => Math.abs(ms) >= each[1]) || ['second', 1e3];
              const near = Math.abs(ms) < 5000 ? words.format(0, 'second') : words.format(Math.round(ms / size), unit);
              if (time.firstChild && time.textContent !== near) time.firstChild.data = near;
            });
            const watch = new MutationObserver(say);
            watch.observe(this, {childList: true, subtree: true});
            const clock = setInterval(() => this.isConnected ? say() : (clearInterval(clock), watch.disconnect()), 5000);
            say();
            """;

    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    @Tag("time")
    private static final class Time extends Component {
        private static final long serialVersionUID = 1;
    }

    private Moments() {}

    static Component spoken(Instant moment, PageTab tab, Portal portal) {
        String exact = portal.notation.show(MOMENT, moment, tab.habits());
        Time time = new Time();
        time.getElement().setAttribute("datetime", moment.toString()).setAttribute("title", exact).setText(exact);
        return time;
    }
}
