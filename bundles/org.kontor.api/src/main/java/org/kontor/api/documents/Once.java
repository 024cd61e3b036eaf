package org.kontor.api.documents;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/// Sees to it that what is asked for twice is done once: a request sent again after a lost answer, a form submitted by a double click.
@ProviderType
public interface Once {

    /// What is asked: `scope` and `key` together name the request; `content` is a digest of it, so that another request under the same key is
    /// noticed. Each at most 200 characters.
    record Request(String scope, String key, String content) {
        public Request {
            if (scope.isBlank() || key.isBlank() || scope.length() > 200 || key.length() > 200 || content.length() > 200) {
                throw new IllegalArgumentException("scope, key and content of a request have 1 to 200 characters");
            }
        }
    }

    sealed interface Answer {
        /// The work was done now; `text` is empty when it wants to be asked again next time.
        record Fresh(Optional<String> text) implements Answer {}

        /// It was done before; `text` is what it answered then.
        record Again(String text) implements Answer {}

        /// Another request was made under this key.
        record Other() implements Answer {}
    }

    /// Does `work` in a transaction and keeps what it answers, at most 1,000,000 characters, with it for `span`; unless that was done before. When the same
    /// request is under way the answer of that one is waited for. An exception rolls all back and goes on; an empty answer keeps nothing.
    Answer ask(Request request, Duration span, Supplier<Optional<String>> work);
}
