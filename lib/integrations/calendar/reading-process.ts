import { answerRequests } from "../files/isolated/answer-requests";
import { type CalendarQuestion, type ReadCalendar, readBusyTimes } from "./read-busy-times";

answerRequests<CalendarQuestion, ReadCalendar | null>(async (question) => readBusyTimes(question));
