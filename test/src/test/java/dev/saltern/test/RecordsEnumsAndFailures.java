/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Satisfied by records, enums, interfaces, annotations and exceptions: what carries meaning and no behaviour of its own. */
final class RecordsEnumsAndFailures extends ArchCondition<JavaClass> {
    RecordsEnumsAndFailures() {
        super("be a record, an enum, an interface or an exception");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean satisfied =
                type.isRecord() || type.isEnum() || type.isInterface() || type.isAssignableTo(Throwable.class);
        events.add(new SimpleConditionEvent(type, satisfied, type.getName() + " is a class with behaviour"));
    }
}
