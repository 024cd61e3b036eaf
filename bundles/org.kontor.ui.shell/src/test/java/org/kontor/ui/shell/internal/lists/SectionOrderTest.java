package org.kontor.ui.shell.internal.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.api.documents.CustomTypes.Section;

class SectionOrderTest {
    private static final Section RENT = new Section(1, 0, "Rent", 0);
    private static final Section SERVICE = new Section(2, 0, "Service", 0);
    private static final Section OFFICES = new Section(3, 1, "Offices", 0);
    private static final Section ROME = new Section(4, 3, "Rome", 0);

    private final SectionOrder order = new SectionOrder(List.of(RENT, SERVICE, OFFICES, ROME));

    @Test
    void writesOnlyWhatChangesWhenASectionMoves_UI10() {
        assertThat(order.moved(SERVICE, -1)).containsExactly(new Section(1, 0, "Rent", 10));
        assertThat(order.moved(RENT, -1)).isEmpty();
        assertThat(order.moved(ROME, 1)).isEmpty();
    }

    @Test
    void putsNoSectionIntoItself_UI10() {
        assertThat(order.targets(RENT)).containsExactly(SERVICE);
        assertThat(order.targets(ROME)).containsExactly(RENT, SERVICE, OFFICES);
    }

    @Test
    void putsANewSectionAfterTheOthers_UI10() {
        assertThat(order.last(0)).isEqualTo(10);
        assertThat(order.last(2)).isZero();
    }

    @Test
    void takesWhatLiesInASectionWithIt_UI10() {
        assertThat(order.withBelow(1)).containsExactly(1L, 3L, 4L);
        assertThat(order.inOrder()).containsExactly(RENT, OFFICES, ROME, SERVICE);
        assertThat(order.way(ROME)).isEqualTo("Rent › Offices › Rome");
    }
}
