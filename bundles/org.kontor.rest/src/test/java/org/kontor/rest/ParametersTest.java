package org.kontor.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @ParameterizedTest
    @ValueSource(strings = {"q=%zz", "q=%", "%zz=1", "q=%00"})
    void refusesWhatIsNotEncodedProperly(String query) {
        assertThatThrownBy(() -> Parameters.of(query)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("bad-query"));
    }

    @Test
    void readsRepeatedAndEmptyOnes() {
        Parameters read = Parameters.of("filter=a%3Db&filter=c+d&&count&=x");

        assertThat(read.all("filter")).containsExactly("a=b", "c d");
        assertThat(read.one("count")).isEmpty();
    }

    @Test
    void readsNoneFromAnAddressWithoutQuestion() {
        assertThat(Parameters.of(null).all("q")).isEmpty();
    }
}
