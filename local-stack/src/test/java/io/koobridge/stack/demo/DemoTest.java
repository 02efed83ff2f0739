package io.koobridge.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.koobridge.stack.process.StackFailure;
import org.junit.jupiter.api.Test;

class DemoTest {

    @Test
    void namesTheChaptersThatThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> Demo.of("chess", System.out))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(
                        "life, other-lives, v1, licenses, license-v1, codes, joint-operations, import, notifications, debug, faults, open-api, outages, dead-letters, explain");
    }

    @Test
    void everyChapterCanBeChosen() {
        assertThat(Demo.chapterNames()).doesNotHaveDuplicates().allSatisfy(name -> assertThat(Demo.of(name, System.out))
                .isNotNull());
    }
}
