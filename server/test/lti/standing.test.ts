/** Who may do what: a role in the course decides (LTI 1.3, appendix A.2); one of the house only where none in the course is named. */
import { expect, it } from 'vitest';
import { standing } from '../../src/lti/claims.ts';

const V = 'http://purl.imsglobal.org/vocab/lis/v2';
it.each([
  [[`${V}/membership#Instructor`], 'instructor'], [['Instructor'], 'instructor'], [[`${V}/membership/Instructor#TeachingAssistant`], 'instructor'], [[`${V}/membership#Administrator`], 'instructor'],
  [[`${V}/membership#ContentDeveloper`, `${V}/membership#Learner`], 'instructor'], [[`${V}/membership#Learner`], 'learner'], [['Learner'], 'learner'], [[`${V}/membership/Learner#GuestLearner`], 'learner'],
  [[`${V}/institution/person#Instructor`, `${V}/membership#Learner`], 'learner'], [[`${V}/system/person#Administrator`, `${V}/membership#Learner`], 'learner'],
  [[`${V}/institution/person#Instructor`], 'instructor'], [[`${V}/institution/person#Student`], 'learner'], [[`${V}/system/person#Administrator`, `${V}/institution/person#Student`], 'instructor'],
  [[`${V}/institution/person#Instructor`, `${V}/membership#Mentor`], null], [[`${V}/institution/person#Instructor`, 'Mentor'], null], [[`${V}/institution/person#None`, `${V}/system/person#None`], null], [[`${V}/institution/person#Observer`], null],
  [[`${V}/membership#Mentor`], null], [['http://evil.example/membership#Instructor'], null], [['NotAnInstructor'], null], [[`${V}/membership/Mentor#Instructor`], null], [[], null],
] as const)('%j is %s', (roles, who) => { expect(standing(roles)).toBe(who); });
